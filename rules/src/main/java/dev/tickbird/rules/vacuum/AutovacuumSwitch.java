// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The storage parameter `autovacuum_enabled`, of a table and of its TOAST table.
final class AutovacuumSwitch {

    private static final String PARAMETER = "autovacuum_enabled=";

    private AutovacuumSwitch() {}

    static boolean isOff(Table table) {
        return isOff(table.options()) || isOff(table.toastOptions());
    }

    static boolean isOff(List<String> options) {
        return written(options)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("0") // any beginning of a word will do
                        || "false".startsWith(word)
                        || "no".startsWith(word)
                        || "off".startsWith(word))
                .isPresent();
    }

    /// Takes the parameter back where it is off, and can set it again as it was written.
    static Remedy on(List<Table> tables) {
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        Impact impact = Impact.NONE;
        for (Table table : tables) {
            Object name = table.qualifiedName();
            if (isOff(table.options())) {
                steps.add(Step.inTransaction(Sql.format("alter table %I reset (autovacuum_enabled)", name)));
                undo.add(Step.inTransaction(Sql.format(
                        "alter table %I set (autovacuum_enabled = %L)",
                        name, written(table.options()).orElseThrow())));
            }
            if (isOff(table.toastOptions())) {
                steps.add(Step.inTransaction(Sql.format("alter table %I reset (toast.autovacuum_enabled)", name)));
                undo.add(Step.inTransaction(Sql.format(
                        "alter table %I set (toast.autovacuum_enabled = %L)",
                        name, written(table.toastOptions()).orElseThrow())));
            }
            impact = impact.andLocking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        return new Remedy.Statement(steps, undo, impact, null);
    }

    private static Optional<String> written(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(PARAMETER))
                .map(option -> option.substring(PARAMETER.length()))
                .findFirst();
    }
}
