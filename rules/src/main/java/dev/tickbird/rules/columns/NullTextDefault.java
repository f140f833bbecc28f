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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A default that is the word NULL where null was meant: rows hold four letters.
public record NullTextDefault() implements Rule {

    private static final Set<Long> TEXTS = Set.of(25L, 1042L, 1043L); // text, character, character varying
    private static final Pattern WORD = Pattern.compile("'null'(::.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class, ColumnDefault.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return DefaultedColumn.of(snapshot, WORD)
                .filter(it -> TEXTS.contains(it.column().typeOid()))
                .map(column -> finding(column, snapshot));
    }

    private Finding finding(DefaultedColumn defaulted, Snapshot snapshot) {
        Table table = defaulted.table();
        QualifiedName name = table.qualifiedName();
        String column = defaulted.column().name();
        return finding(
                Severity.ADVICE,
                Subject.table(name).at('.' + Identifier.quoted(column)),
                "default of column \"" + column + "\" of table \"" + name + "\" is the word NULL",
                "It is " + defaulted.expression() + ", a text, and not null.",
                Evidence.of("default", defaulted.expression()),
                "Rows that give no value hold four letters: IS NULL does not find them, and COALESCE shows them.",
                new Remedy.Statement(
                        List.of(Step.inTransaction(
                                Sql.format("alter table %I alter column %I drop default", name, column))),
                        List.of(Step.inTransaction(Sql.format(
                                "alter table %I alter column %I set default %s",
                                name, column, defaulted.expression()))),
                        TableTree.of(snapshot).locking(table, LockMode.ACCESS_EXCLUSIVE, false),
                        Sql.format("select count(*) from %I where upper(%I) = 'NULL'", name, column)));
    }
}
