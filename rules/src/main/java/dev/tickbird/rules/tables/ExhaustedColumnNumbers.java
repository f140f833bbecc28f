// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.Relations;
import dev.tickbird.model.schema.Table;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.stream.Stream;

/// A table that has used up nearly all column numbers: dropped columns keep theirs, and after 1,600 none
/// can be added.
///
/// @param advice so many used numbers are told
/// @param warning so many are urgent
public record ExhaustedColumnNumbers(int advice, int warning) implements Rule {

    private static final int MOST = 1_600; // PostgreSQL's own limit

    public ExhaustedColumnNumbers() {
        this(1_200, 1_500);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Table.class, Column.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Relations relations = Relations.of(snapshot);
        return snapshot.all(Table.class).stream()
                .filter(table -> table.isWritten() && !table.partition())
                .flatMap(table -> Stream.ofNullable(table.lastColumn())
                        .filter(used -> used >= advice)
                        .map(used -> finding(
                                table, used, relations.of(table, Column.class).size())));
    }

    private Finding finding(Table table, int used, int columns) {
        QualifiedName name = table.qualifiedName();
        int left = MOST - used;
        return finding(
                used >= warning ? Severity.WARNING : Severity.ADVICE,
                Subject.table(name),
                "table \"" + name + "\" has used " + Words.count(used) + " of 1,600 column numbers",
                "It has " + Words.count(columns, "column") + "; " + Words.count(used - (long) columns)
                        + " more were dropped and keep their numbers. " + Words.count(left, "column")
                        + " can still be added.",
                Evidence.of("used", used).and("columns", columns).and("left", left),
                "Then each \"add column\" fails: tables can have at most 1600 columns. Neither VACUUM FULL nor dropping more helps.",
                new Remedy.Advice(
                        "Make the table anew with the columns that there are (create table … (like … including all)), copy the rows"
                                + " in batches, keep both equal by a trigger, and let the new one take over its name.",
                        "Where the table may be out of use for a while, dump and restore it.",
                        "If something adds and drops columns regularly, give it a table of its own to do so."));
    }
}
