// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Column;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.schema.View;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A function that is declared immutable, which promises the same answer for ever, and that asks a table, a setting or
/// what time it is.
public record FalseImmutability() implements Rule {

    private static final int SHOWN = 3;

    @Override
    public Needs needs() {
        return Needs.facts(
                Function.class,
                Table.class,
                View.class,
                Index.class,
                Column.class,
                ColumnDefault.class,
                PartitionedTable.class);
    }

    /// What it must not do at all comes before what it must not be called.
    @Override
    public Set<String> yieldsTo() {
        return Set.of("forbidden-write");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Function.class).stream()
                .filter(it -> it.volatility() == Function.Volatility.IMMUTABLE && BodyText.isReadable(it))
                .flatMap(function -> {
                    OutsideWorld world = OutsideWorld.of(BodyText.of(function), snapshot);
                    return world.isAsked()
                            ? Stream.of(finding(function, world, ExpressionUse.of(function, snapshot)))
                            : Stream.empty();
                });
    }

    private Finding finding(Function function, OutsideWorld world, List<String> places) {
        boolean kept = !places.isEmpty();
        return finding(
                kept ? Severity.WARNING : Severity.NOTE,
                new Subject("function", function.signature()),
                "function \"" + function.signature() + "\" is declared immutable, but " + world.story(),
                "Immutable means that the same arguments have the same answer for ever. "
                        + (kept
                                ? "What it has answered is kept in " + Words.some(places, SHOWN) + "."
                                : "No index, generated column or partition key uses it."),
                Evidence.of("places", places.size()).and("asks", world.story()),
                kept
                        ? "When the answer changes, what is kept does not: queries miss rows or find wrong ones, and"
                                + " building it anew, as a restore does, gives something else or fails."
                        : "The planner may put an answer in place of a call when it plans, and a prepared statement"
                                + " keeps it from then on.",
                kept ? advice(function, world) : relabelled(function, world));
    }

    private static String label(OutsideWorld world) {
        return world.fleeting() ? "volatile" : "stable";
    }

    private static Remedy relabelled(Function function, OutsideWorld world) {
        Sql cure = world.fleeting()
                ? Sql.format("alter function %s volatile", function.signature())
                : Sql.format("alter function %s stable", function.signature());
        return new Remedy.Statement(
                List.of(Step.inTransaction(cure)),
                List.of(Step.inTransaction(Sql.format("alter function %s immutable", function.signature()))),
                Impact.NONE,
                null);
    }

    private static Remedy advice(Function function, OutsideWorld world) {
        return new Remedy.Advice(
                "Have the caller pass in what it asks, as an argument, so that the answer depends on arguments alone.",
                "Or keep the answer in a plain column that a trigger or the application fills, and index that; drop what"
                        + " uses the function, and declare it " + label(world) + ", \"alter function "
                        + function.signature() + ' ' + label(world) + "\".",
                "If what it asks has changed before, build the indexes that use it anew (reindex): they hold old"
                        + " answers.");
    }
}
