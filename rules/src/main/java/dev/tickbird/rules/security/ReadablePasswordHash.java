// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Privilege;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A catalog that keeps passwords or their hashes, opened to others than superusers.
public record ReadablePasswordHash() implements Rule {

    private static final Set<String> KEEPERS = Set.of("pg_authid", "pg_shadow", "pg_user_mapping", "pg_subscription");

    private static final Set<String> READS = Set.of("select", "update", "delete", "insert");

    @Override
    public Needs needs() {
        return Needs.facts(Privilege.class, EditionEvidence.class, Server.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        boolean managed = Edition.of(snapshot).managed(); // its own roles read there, and nobody else can change that
        return snapshot.all(Privilege.class).stream()
                .filter(it -> it.isForEverybody() || !managed)
                .filter(it -> it.kind() == Privilege.Kind.TABLE && "pg_catalog".equals(it.schema()))
                .filter(it -> KEEPERS.contains(it.name()) && READS.contains(it.privilege()))
                .map(this::finding);
    }

    private Finding finding(Privilege privilege) {
        boolean everybody = privilege.isForEverybody();
        String who = everybody ? "everybody" : "role \"" + privilege.grantee() + "\"";
        QualifiedName catalog = new QualifiedName("pg_catalog", privilege.name());
        boolean reads = privilege.privilege().equals("select");
        return finding(
                everybody || !reads ? Severity.CRITICAL : Severity.ADVICE,
                new Subject("table", catalog.toString())
                        .at(" to " + (everybody ? "public" : Identifier.quoted(privilege.grantee()))),
                who + " may " + (reads ? "read " : "write to ") + privilege.name(),
                (reads ? "SELECT" : privilege.privilege().toUpperCase(Locale.ROOT)) + " on it was granted by "
                        + privilege.grantor() + "; PostgreSQL gives it to nobody.",
                Evidence.of("grantee", privilege.grantee()),
                reads
                        ? "The passwords, or hashes of passwords, of all are in it: they are guessed elsewhere, at leisure,"
                                + " and an MD5 hash is enough to log in with."
                        : "Who can write to it can make himself a superuser.",
                remedy(privilege, catalog));
    }

    private static Remedy remedy(Privilege privilege, QualifiedName catalog) {
        if (!privilege.isForEverybody()) {
            return Remedy.Advice.inOrder(
                    List.of(
                            "If a pooler asks for hashes so, have it ask a security definer function that gives one role's"
                                    + " at a time, with a search path of its own and superusers left out, and that nobody"
                                    + " else may call.",
                            "Take it back: \"" + revoke(privilege, catalog) + "\"."),
                    null);
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(revoke(privilege, catalog))),
                List.of(Step.inTransaction(
                        Sql.format("grant %s on table %I to public", privilege.privilege(), catalog))),
                Impact.NONE,
                null);
    }

    private static Sql revoke(Privilege privilege, QualifiedName catalog) {
        return privilege.isForEverybody()
                ? Sql.format("revoke %s on table %I from public", privilege.privilege(), catalog)
                : Sql.format("revoke %s on table %I from %I", privilege.privilege(), catalog, privilege.grantee());
    }
}
