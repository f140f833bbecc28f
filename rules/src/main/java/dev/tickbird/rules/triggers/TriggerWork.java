// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.triggers;

import dev.tickbird.model.schema.Trigger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a trigger does, whatever its name and its events: its transition tables, its condition, the call with its
/// arguments, and whether it waits for the end of the transaction.
record TriggerWork(String work) {

    /// A name in quotes may hold anything.
    private static final Pattern HEAD =
            Pattern.compile("^CREATE (?:CONSTRAINT )?TRIGGER NAME (?:NAME|,|\\s)+? ON NAME\\.NAME "
                    .replace("NAME", "(?:\"(?:[^\"]|\"\")*\"|[^\"\\s.,]+)"));

    static TriggerWork of(Trigger trigger) {
        String definition = String.valueOf(trigger.definition());
        Matcher head = HEAD.matcher(definition);
        return new TriggerWork(head.find() ? definition.substring(head.end()) : definition);
    }
}
