// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import static java.util.Arrays.asList;

import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Constraint;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Policy;
import dev.tickbird.model.schema.RewriteRule;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.Trigger;
import dev.tickbird.model.schema.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of tables and views: columns, constraints, indexes, triggers, policies, rules, statistics objects.
final class PartKinds {

    /// The columns of a view, materialized or not, are in its definition.
    private static final Kind<Column> COLUMN = Kind.of(Area.SCHEMA, "column", Column.class, PartKinds::nameOf)
            .needing(Table.class, View.class)
            .partOf(PartKinds::ownersOf)
            .following()
            .showing(PartKinds::column)
            .with("type", Column::type)
            .with("not null", Column::notNull)
            .ifKnown("default", PartKinds::filling)
            .with("identity", Column::identity)
            .with("generated", Column::generated)
            .with("collation", Column::collation)
            .with("storage", Column::storage)
            .with("compression", Column::compression)
            .with("statistics target", Column::statisticsTarget)
            .with("options", Column::options)
            .with("foreign options", Column::foreignOptions);

    /// Not null is a property of the column, for only PostgreSQL 18 and newer have it as a constraint.
    private static final Kind<Constraint> CONSTRAINT = Kind.of(
                    Area.SCHEMA, "constraint", Constraint.class, (it, names) -> names.on(it.name(), it.relation()))
            .needing(Table.class)
            .only(it -> it.kind() != Constraint.Kind.NOT_NULL)
            .pointedAtBy(Constraint::oid)
            .partOf((it, names) -> asList(names.key(it.relation()), names.key(it.parent())))
            .following()
            .showing((it, names) -> it.definition())
            .with("kind", Constraint::kind)
            .ifKnown("definition", Constraint::definition)
            .with("validated", Constraint::validated)
            .with("enforced", Constraint::enforced);

    private static final Kind<ForeignKey> FOREIGN_KEY = Kind.of(
                    Area.SCHEMA, "foreign key", ForeignKey.class, (it, names) -> names.on(it.name(), it.relation()))
            .needing(Table.class)
            .pointedAtBy(ForeignKey::oid)
            .partOf((it, names) -> asList(names.key(it.relation()), names.key(it.parent())))
            .following()
            .showing((it, names) -> it.definition())
            .with("definition", ForeignKey::definition)
            .with("validated", ForeignKey::validated)
            .with("enforced", ForeignKey::enforced);

    private static final Kind<Index> INDEX = Kind.inSchema("index", Index.class, Index::qualifiedName)
            .needing(Table.class)
            .pointedAtBy(Index::oid)
            .partOf((it, names) -> asList(
                    names.key(it.relation()),
                    names.key(it.parent()),
                    it.constraint() == null
                            ? null
                            : RelationKinds.key("constraint", names.on(it.constraint(), it.relation()))))
            .following()
            .showing((it, names) -> it.definition())
            .ifKnown("definition", it -> it.isDescribed() ? it.definition() : null)
            .with("valid", Index::valid)
            .with("tablespace", Index::tablespace)
            .with("clustered", Index::clustered)
            .with("replica identity", Index::replicaIdentity);

    private static final Kind<ExtendedStatistics> STATISTICS = Kind.inSchema(
                    "statistics object", ExtendedStatistics.class, ExtendedStatistics::qualifiedName)
            .needing(Table.class)
            .pointedAtBy(ExtendedStatistics::oid)
            .partOf((it, names) -> asList(names.key(it.relation())))
            .showing((it, names) -> it.definition())
            .with("owner", ExtendedStatistics::owner)
            .ifKnown("definition", ExtendedStatistics::definition)
            .with("target", ExtendedStatistics::target);

    /// Triggers that PostgreSQL made are their constraint's business.
    private static final Kind<Trigger> TRIGGER = Kind.of(
                    Area.SCHEMA, "trigger", Trigger.class, (it, names) -> names.on(it.name(), it.relation()))
            .needing(Table.class, View.class)
            .only(it -> !it.internal())
            .pointedAtBy(Trigger::oid)
            .partOf((it, names) -> asList(names.key(it.relation()), names.key(it.parent())))
            .following()
            .showing((it, names) -> it.definition())
            .ifKnown("definition", Trigger::definition)
            .with("fires", Trigger::firing);

    private static final Kind<Policy> POLICY = Kind.of(
                    Area.SCHEMA, "policy", Policy.class, (it, names) -> names.on(it.name(), it.relation()))
            .needing(Table.class)
            .pointedAtBy(Policy::oid)
            .partOf((it, names) -> asList(names.key(it.relation())))
            .with("command", Policy::command)
            .with("permissive", Policy::permissive)
            .with("roles", Policy::roles)
            .ifKnown("using", policy -> policy.hasUsing() ? policy.using() : "")
            .ifKnown("with check", policy -> policy.hasCheck() ? policy.check() : "");

    private static final Kind<RewriteRule> RULE = Kind.of(
                    Area.SCHEMA, "rule", RewriteRule.class, (it, names) -> names.on(it.name(), it.relation()))
            .needing(Table.class, View.class)
            .pointedAtBy(RewriteRule::oid)
            .partOf((it, names) -> asList(names.key(it.relation())))
            .ifKnown("definition", RewriteRule::definition)
            .with("fires", RewriteRule::firing);

    static final List<Kind<?>> ALL = List.of(COLUMN, CONSTRAINT, FOREIGN_KEY, INDEX, STATISTICS, TRIGGER, POLICY, RULE);

    private PartKinds() {}

    private static @Nullable String nameOf(Column column, Names names) {
        @Nullable Table table = names.table(column.relation());
        return table == null || table.kind() == Table.Kind.MATERIALIZED_VIEW
                ? null
                : names.column(column.relation(), column.name());
    }

    /// Its relation, and the column of the parent that it follows.
    private static List<@Nullable String> ownersOf(Column column, Names names) {
        @Nullable Table table = names.table(column.relation());
        @Nullable Long parent = table == null ? null : table.parent();
        return asList(names.key(column.relation()), RelationKinds.key("column", names.column(parent, column.name())));
    }

    private static @Nullable String filling(Column column, Names names) {
        if (!column.hasDefault() && column.generated().isEmpty()) {
            return "";
        }
        return names.parts(ColumnDefault.class, column.relation()).stream()
                .filter(filling -> filling.number() == column.number())
                .map(ColumnDefault::expression)
                .findFirst()
                .orElse(null);
    }

    private static String column(Column column, Names names) {
        @Nullable String filling = filling(column, names);
        String text = column.type() + (column.notNull() ? " not null" : "");
        if (!column.identity().isEmpty()) {
            return text + " generated " + column.identity() + " as identity";
        }
        if (filling == null || filling.isEmpty()) {
            return text;
        }
        return column.generated().isEmpty()
                ? text + " default " + filling
                : text + " generated always as (" + filling + ") " + column.generated();
    }
}
