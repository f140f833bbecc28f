// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.columns;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.tables.TableTree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A default that was meant to be the present and is the moment at which the column was made: `default 'now'`.
public record FrozenDefault() implements Rule {

    /// Nobody writes microseconds by hand.
    private static final Pattern MOMENT = Pattern.compile(
            "'\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{4,6}([+-][\\d:]+)?'::timestamp(\\(\\d\\))? with(out)? time zone");

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ColumnDefault.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return DefaultedColumn.of(snapshot, MOMENT).map(column -> finding(column, snapshot));
    }

    private Finding finding(DefaultedColumn defaulted, Snapshot snapshot) {
        Table table = defaulted.table();
        QualifiedName name = table.qualifiedName();
        String column = defaulted.column().name();
        return finding(
                Severity.WARNING,
                Subject.table(name).at('.' + Identifier.quoted(column)),
                "default of column \"" + column + "\" of table \"" + name + "\" is one moment for ever",
                "It is " + defaulted.expression() + ": what 'now' was when somebody set the default.",
                Evidence.of("default", defaulted.expression()),
                "Rows that give no value all bear the same time, which has long passed.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(Sql.format(
                                "alter table %I alter column %I set default current_timestamp", name, column))),
                        List.of(Step.inTransaction(Sql.format(
                                "alter table %I alter column %I set default %s",
                                name, column, defaulted.expression()))),
                        TableTree.of(snapshot).locking(table, LockMode.ACCESS_EXCLUSIVE, false),
                        null));
    }
}
