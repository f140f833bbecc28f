// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.RemedyScript;
import dev.tickbird.model.finding.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A remedy in the words and the SQL that every form for people shows.
///
/// @param cure what to do
/// @param service what the edition has in place of the files, the restart or the superuser that the cure asks for
/// @param meanwhile what others notice while it is done; empty if there is nothing to run
/// @param undo how to take it back; empty if there is nothing to run
/// @param watch how to see that it helps; empty if the finding's absence says it all
public record Prescription(Part cure, List<String> service, List<String> meanwhile, Part undo, Part watch) {

    private static final Part NOTHING = new Part(List.of(), "");

    /// Sentences for a person, then SQL for a terminal.
    ///
    /// @param sql lines to paste; empty if there are none
    public record Part(List<String> sentences, String sql) {

        public Part {
            sentences = List.copyOf(sentences);
        }

        public boolean isEmpty() {
            return sentences.isEmpty() && sql.isEmpty();
        }
    }

    public Prescription {
        service = List.copyOf(service);
        meanwhile = List.copyOf(meanwhile);
    }

    public static Prescription of(Remedy remedy, String edition) {
        List<String> service = ServiceWay.of(remedy, edition);
        return switch (remedy) {
            case Remedy.Statement statement -> of(statement, service);
            case Remedy.Setting setting -> of(setting, SettingChange.of(setting, edition), service);
            case Remedy.Advice advice ->
                new Prescription(new Part(advice.options(), ""), service, List.of(), NOTHING, watch(advice.watch()));
        };
    }

    private static Prescription of(Remedy.Statement statement, List<String> service) {
        boolean restart = statement.impact().restart();
        Part undo = switch (statement.reversal()) {
            case ROLLBACK -> script(statement.undo(), statement.elsewhere(), restart);
            case IMPOSSIBLE -> new Part(List.of("none: what it ends or throws away does not come back"), "");
            case ONE_WAY -> new Part(List.of("none: nothing leads back to what was there before"), "");
            case NEEDLESS -> new Part(List.of("none needed: it leaves nothing that could be in the way"), "");
        };
        return new Prescription(
                script(statement.script(), statement.elsewhere(), restart),
                service,
                effects(statement.impact()),
                undo,
                watch(statement.watch()));
    }

    private static Prescription of(Remedy.Setting setting, SettingChange change, List<String> service) {
        Part watch = watch(setting.watch());
        String effect = setting.restart()
                ? "nothing changes until the server is restarted, which ends every session"
                : "blocks nobody; sessions take the new value over by themselves";
        if (change.instruction().isEmpty()) {
            Part undo = script(RemedyScript.of(change.rollback(), false), false, setting.restart());
            return new Prescription(
                    script(RemedyScript.of(change.steps(), false), false, setting.restart()),
                    service,
                    List.of(effect),
                    undo,
                    watch);
        }
        String before = setting.formerly();
        String back = before == null
                ? "Reset " + setting.name() + " to its default there."
                : "Set " + setting.name() + " back to " + before + " there.";
        return new Prescription(
                new Part(List.of(change.instruction()), ""),
                service,
                List.of(effect),
                new Part(List.of(back), ""),
                watch);
    }

    private static List<String> effects(Impact impact) {
        List<String> effects = new ArrayList<>();
        impact.locks().forEach(lock -> effects.add(LockWords.of(lock)));
        impact.rewrites()
                .forEach(relation ->
                        effects.add("writes all of " + relation + " anew, which takes its size on disk again"));
        if (impact.restart()) {
            effects.add("needs a restart of the server, which ends every session");
        }
        if (!impact.foreseen()) {
            effects.add("which tables it locks or rewrites is not known before: its script decides");
        }
        if (effects.isEmpty()) {
            effects.add("locks no table");
        }
        effects.addAll(impact.remarks());
        return effects;
    }

    private static Part watch(@Nullable Sql query) {
        return query == null ? NOTHING : new Part(List.of(), PastableSql.of(query));
    }

    private static Part script(RemedyScript script, boolean elsewhere, boolean restart) {
        List<String> lines = new ArrayList<>();
        if (elsewhere) {
            lines.add("-- run it on the primary: a standby takes no changes");
        }
        if (script.standsAlone()) {
            lines.add(
                    script.blocks().size() == 1
                            ? "-- outside a transaction block"
                            : "-- one by one, not in one transaction");
        }
        script.statements().forEach(statement -> lines.add(PastableSql.of(statement)));
        if (restart) {
            lines.add("-- then restart the server");
        }
        return new Part(List.of(), String.join("\n", lines));
    }
}
