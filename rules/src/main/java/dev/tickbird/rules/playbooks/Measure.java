// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.util.List;

/// Something to do.
///
/// @param what in full sentences
/// @param sql to paste into psql; may be empty
/// @param shell lines to paste on the server's host, or wherever Tickbird runs; may be empty
/// @param effect what it does to whom, in full sentences; empty where `what` says all
/// @param undo how it is taken back, in full sentences; empty where there is nothing to say
/// @param rollback the SQL that takes it back; may be empty
public record Measure(String what, List<Sql> sql, List<String> shell, String effect, String undo, List<Sql> rollback) {

    private static final String ONLY_READS = "It only reads, so there is nothing to undo.";

    private static final String ENDED = "It cannot be undone: what it ends, its client must do again.";

    public Measure {
        sql = List.copyOf(sql);
        shell = List.copyOf(shell);
        rollback = List.copyOf(rollback);
    }

    static Measure words(String what) {
        return new Measure(what, List.of(), List.of(), "", "", List.of());
    }

    /// A query that only looks.
    static Measure look(String what, Sql... sql) {
        return new Measure(what, List.of(sql), List.of(), ONLY_READS, "", List.of());
    }

    /// Commands that only look.
    static Measure look(String what, String... shell) {
        return new Measure(what, List.of(), List.of(shell), ONLY_READS, "", List.of());
    }

    static Measure shell(String what, String effect, String undo, String... lines) {
        return new Measure(what, List.of(), List.of(lines), effect, undo, List.of());
    }

    /// SQL that ends what somebody does.
    static Measure end(String what, String effect, Sql sql) {
        return new Measure(what, List.of(sql), List.of(), effect, ENDED, List.of());
    }

    static Measure sql(String what, String effect, String undo, Sql... sql) {
        return new Measure(what, List.of(sql), List.of(), effect, undo, List.of());
    }

    Measure undoneBy(Sql... statements) {
        return new Measure(what, sql, shell, effect, undo, List.of(statements));
    }

    /// A remedy of a rule: its statements, or its advice.
    ///
    /// @param about what is to be cured, for a remedy in words
    /// @param what it does, and `effect` what that does to whom, for one in SQL
    static Measure of(String about, Remedy remedy, String what, String effect) {
        return switch (remedy) {
            case Remedy.Statement statement ->
                new Measure(
                        what,
                        statements(statement.steps()),
                        List.of(),
                        effect,
                        undo(statement),
                        statements(statement.rollback()));
            case Remedy.Advice advice -> words("About " + about + ": " + String.join(" ", advice.options()));
            case Remedy.Setting setting ->
                words("Set " + setting.name() + " to " + setting.value()
                        + (setting.restart() ? ", which needs a restart." : " and reload."));
        };
    }

    /// What a rule's finding advises. Where that is SQL, the finding is a slot that is lost.
    static Measure cure(Finding finding) {
        return of(
                finding.subject().toString(),
                finding.remedy(),
                "Drop " + finding.subject() + ": it is lost already.",
                "Its reader must begin anew, as it must in any case.");
    }

    private static List<Sql> statements(List<Step> steps) {
        return steps.stream().map(Step::sql).toList();
    }

    private static String undo(Remedy.Statement statement) {
        return switch (statement.reversal()) {
            case ROLLBACK -> "";
            case IMPOSSIBLE -> ENDED;
            case ONE_WAY -> "Nothing leads back to what was there before.";
            case NEEDLESS -> "It need not be undone: it leaves nothing that could be in the way.";
        };
    }
}
