// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.RewriteRule;
import dev.tickbird.model.schema.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What watches over tables: rules, policies, triggers, event triggers; and statistics objects.
final class GuardPieces {

    private final Source source;

    GuardPieces(Source source) {
        this.source = source;
    }

    List<Piece> rules() {
        List<Piece> pieces = new ArrayList<>();
        for (RewriteRule it : source.all(RewriteRule.class)) {
            source.relation(it.relation()).ifPresent(relation -> {
                String subject = "rule " + Sql.format("%I", it.name()) + " on " + relation;
                if (it.definition() == null) {
                    source.untold(subject);
                    return;
                }
                List<Sql> statements = new ArrayList<>();
                statements.add(Sql.format("%s", Clauses.bare(it.definition())));
                Clauses.enabling(it.firing())
                        .ifPresent(how ->
                                statements.add(Sql.format("alter table %I %s rule %I", relation, how, it.name())));
                pieces.add(Piece.of(subject, statements));
            });
        }
        return pieces;
    }

    List<Piece> policies() {
        List<Piece> pieces = new ArrayList<>();
        for (Policy it : source.all(Policy.class)) {
            source.relation(it.relation()).ifPresent(table -> {
                String subject = "policy " + Sql.format("%I", it.name()) + " on " + table;
                if (it.hasUsing() && it.using() == null || it.hasCheck() && it.check() == null) {
                    source.untold(subject);
                } else {
                    pieces.add(Piece.of(subject, policy(it, table)));
                }
            });
        }
        return pieces;
    }

    private static Sql policy(Policy it, QualifiedName table) {
        return Sql.format(
                "create policy %I on %I as %s for %s to %s%s%s",
                it.name(),
                table,
                it.permissive() ? "permissive" : "restrictive",
                it.command().name().toLowerCase(Locale.ROOT),
                it.roles().stream().map(Clauses::grantee).collect(Collectors.joining(", ")),
                it.using() == null ? "" : " using (" + it.using() + ")",
                it.check() == null ? "" : " with check (" + it.check() + ")");
    }

    /// Those on partitions come with their parents', but may fire in another way.
    List<Piece> triggers() {
        Map<Long, Firing> firing = new HashMap<>();
        source.all(Trigger.class).forEach(it -> firing.put(it.oid(), it.firing()));
        List<Piece> pieces = new ArrayList<>();
        for (Trigger it : source.all(Trigger.class).stream()
                .filter(it -> !it.internal())
                .sorted(Comparator.comparingLong(Trigger::oid))
                .toList()) {
            source.relation(it.relation()).ifPresent(relation -> {
                String subject = "trigger " + Sql.format("%I", it.name()) + " on " + relation;
                List<Sql> statements = new ArrayList<>();
                if (it.parent() == null) {
                    if (it.definition() == null) {
                        source.untold(subject);
                        return;
                    }
                    statements.add(Sql.format("%s", it.definition()));
                }
                Firing inherited = firing.getOrDefault(it.parent(), Firing.ORIGIN);
                if (it.firing() != inherited || it.firing() != Firing.ORIGIN) {
                    Sql how = Clauses.enabling(it.firing()).orElse(Sql.format("enable"));
                    statements.add(Sql.format("alter table only %I %s trigger %I", relation, how, it.name()));
                }
                if (!statements.isEmpty()) {
                    pieces.add(Piece.of(subject, statements));
                }
            });
        }
        return pieces;
    }

    List<Piece> statistics() {
        List<Piece> pieces = new ArrayList<>();
        for (ExtendedStatistics it : source.all(ExtendedStatistics.class).stream()
                .sorted(Comparator.comparingLong(ExtendedStatistics::oid))
                .toList()) {
            String subject = "statistics object " + it.qualifiedName();
            @Nullable String definition = it.definition();
            if (definition == null) {
                source.untold(subject);
                continue;
            }
            List<Sql> statements = new ArrayList<>();
            statements.add(Sql.format("%s", definition));
            if (it.target() != null) {
                statements.add(Sql.format("alter statistics %I set statistics %s", it.qualifiedName(), it.target()));
            }
            pieces.add(Piece.of(subject, statements).ownedBy(source.creator(it.owner())));
        }
        return pieces;
    }

    List<Piece> eventTriggers() {
        List<Piece> pieces = new ArrayList<>();
        for (EventTrigger it : source.all(EventTrigger.class)) {
            String tags =
                    it.tags().stream().map(tag -> Sql.format("%L", tag).text()).collect(Collectors.joining(", "));
            List<Sql> statements = new ArrayList<>();
            statements.add(Sql.format(
                    "create event trigger %I on %I%s execute function %s()",
                    it.name(), it.event(), tags.isEmpty() ? "" : " when tag in (" + tags + ")", it.functionName()));
            Clauses.enabling(it.firing())
                    .ifPresent(how -> statements.add(Sql.format("alter event trigger %I %s", it.name(), how)));
            pieces.add(Piece.of("event trigger " + Sql.format("%I", it.name()), statements)
                    .ownedBy(source.creator(it.owner())));
        }
        return pieces;
    }
}
