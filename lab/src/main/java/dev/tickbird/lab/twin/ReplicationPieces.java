// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.replication.Publication;
import dev.tickbird.model.replication.PublishedTable;
import dev.tickbird.model.replication.Subscription;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Publications; and subscriptions that connect to nobody.
final class ReplicationPieces {

    private ReplicationPieces() {}

    static List<Piece> of(Source source) {
        List<Piece> pieces = new ArrayList<>();
        source.all(Publication.class).forEach(it -> pieces.add(publication(source, it)));
        source.all(Subscription.class).forEach(it -> pieces.add(subscription(source, it)));
        return pieces;
    }

    private static Piece publication(Source source, Publication it) {
        Set<String> what = new LinkedHashSet<>();
        for (PublishedTable published : source.all(PublishedTable.class)) {
            if (published.publication().equals(it.name())) {
                source.table(published.relation()).ifPresent(table -> add(what, published, table));
            }
        }
        String scope = it.allTables() ? " for all tables" : what.isEmpty() ? "" : " for " + String.join(", ", what);
        return Piece.of(
                        "publication " + Identifier.quoted(it.name()),
                        Sql.format(
                                "create publication %I%s with (publish = %L, publish_via_partition_root = %s%s)",
                                it.name(), scope, events(it), it.viaRoot(), generated(source, it.generatedColumns())))
                .ownedBy(source.creator(it.owner()));
    }

    private static void add(Set<String> what, PublishedTable published, Table table) {
        if (published.how().equals("schema")) {
            what.add(Sql.format("tables in schema %I", table.schema()).text());
        }
        if (published.how().equals("named")) {
            what.add(Sql.format(
                            "table only %I%s%s",
                            table.qualifiedName(),
                            published.columns().isEmpty() ? "" : Sql.format(" (%I)", published.columns()),
                            published.rowFilter() == null ? "" : " where (" + published.rowFilter() + ")")
                    .text());
        }
    }

    private static String events(Publication it) {
        List<String> events = new ArrayList<>();
        if (it.inserts()) {
            events.add("insert");
        }
        if (it.updates()) {
            events.add("update");
        }
        if (it.deletes()) {
            events.add("delete");
        }
        if (it.truncates()) {
            events.add("truncate");
        }
        return String.join(", ", events);
    }

    private static String generated(Source source, @Nullable String columns) {
        return columns == null || source.twinMajor() < 18 ? "" : ", publish_generated_columns = " + columns;
    }

    private static Piece subscription(Source source, Subscription it) {
        String subject = "subscription " + Identifier.quoted(it.name());
        if (it.enabled()) {
            source.gap(TwinGap.of(subject, "it is disabled, for a twin connects to nobody"));
        }
        List<String> options = new ArrayList<>(List.of("connect = false", "binary = " + it.binary()));
        options.add(
                it.slot() == null
                        ? "slot_name = none"
                        : Sql.format("slot_name = %L", it.slot()).text());
        options.add("streaming = " + it.streaming());
        options.add(
                Sql.format("synchronous_commit = %L", it.synchronousCommit()).text());
        int major = source.twinMajor();
        if (it.twoPhase() != null && major >= 15) {
            options.add("two_phase = " + !it.twoPhase().equals("disabled"));
        }
        add(options, "disable_on_error", it.disableOnError(), major >= 15);
        add(options, "password_required", it.passwordRequired(), major >= 16);
        add(options, "run_as_owner", it.runAsOwner(), major >= 16);
        add(options, "origin", it.origin(), major >= 16);
        add(options, "failover", it.failover(), major >= 17);
        return Piece.of(
                        subject,
                        Sql.format(
                                "create subscription %I connection '' publication %I with (%s)",
                                it.name(), it.publications(), String.join(", ", options)))
                .ownedBy(source.creator(it.owner()));
    }

    private static void add(List<String> options, String name, @Nullable Object value, boolean known) {
        if (value != null && known) {
            options.add(name + " = " + value);
        }
    }
}
