// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.util.List;
import java.util.stream.Stream;

/// Something to do.
///
/// @param what in full sentences
/// @param sql to paste into psql; may be empty
/// @param shell lines to paste on the server's host, or wherever Tickbird runs; may be empty
/// @param effect what it does to whom, in full sentences; empty where `what` says all
/// @param undo how it is taken back, in full sentences; empty where there is nothing to run
public record Measure(String what, List<Sql> sql, List<String> shell, String effect, String undo) {

    static final String NOTHING_TO_UNDO = "It reads and changes nothing, so there is nothing to undo.";

    public Measure {
        sql = List.copyOf(sql);
        shell = List.copyOf(shell);
    }

    static Measure words(String what) {
        return new Measure(what, List.of(), List.of(), "", "");
    }

    static Measure sql(String what, String effect, String undo, Sql... sql) {
        return new Measure(what, List.of(sql), List.of(), effect, undo);
    }

    static Measure shell(String what, String effect, String undo, String... lines) {
        return new Measure(what, List.of(), List.of(lines), effect, undo);
    }

    /// A query that only looks.
    static Measure look(String what, Sql... sql) {
        return sql(what, NOTHING_TO_UNDO, "", sql);
    }

    /// A remedy of a rule: its statements, or one measure for each piece of advice.
    static Stream<Measure> of(String what, Remedy remedy, String effect) {
        return switch (remedy) {
            case Remedy.Statement statement ->
                Stream.of(new Measure(what, statements(statement.steps()), List.of(), effect, undo(statement)));
            case Remedy.Advice advice -> advice.options().stream().map(Measure::words);
            case Remedy.Setting setting ->
                Stream.of(words("Set " + setting.name() + " to " + setting.value()
                        + (setting.restart() ? ", which needs a restart." : " and reload.")));
        };
    }

    private static List<Sql> statements(List<Step> steps) {
        return steps.stream().map(Step::sql).toList();
    }

    private static String undo(Remedy.Statement statement) {
        return switch (statement.reversal()) {
            case ROLLBACK ->
                "Run: "
                        + String.join(
                                "; ",
                                statements(statement.rollback()).stream()
                                        .map(Sql::text)
                                        .toList()) + ".";
            case IMPOSSIBLE -> "It cannot be undone: what it ends, its client must do again.";
            case ONE_WAY -> "Nothing leads back to what was there before.";
            case NEEDLESS -> "It need not be undone: it leaves nothing that could be in the way.";
        };
    }
}
