// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.Locale;
import java.util.stream.Stream;

/// A way to scan, join or sort that the planner may not use, switched off for everybody.
public record DisabledPlanMethod() implements Rule {

    private static final String PREFIX = "enable_";

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, SettingOverride.class).settings("enable_seqscan"); // nobody hides its kin
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return SettingForAll.of(DisabledPlanMethod::isMethod, snapshot)
                .filter(setting -> isOff(setting.value()))
                .map(this::finding);
    }

    /// One that PostgreSQL itself leaves off, such as partitionwise joins, is none.
    private static boolean isMethod(Setting setting) {
        return setting.name().startsWith(PREFIX) && "on".equals(setting.bootValue());
    }

    /// An override keeps the word that somebody wrote.
    private static boolean isOff(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return word.equals("0")
                || word.length() > 1 && "off".startsWith(word)
                || !word.isEmpty() && ("false".startsWith(word) || "no".startsWith(word));
    }

    private Finding finding(SettingForAll setting) {
        return finding(
                Severity.ADVICE,
                setting.subject(),
                "setting \"" + setting.name() + "\" is off " + setting.where(),
                "These switches are for the diagnosis of one query in one session: the planner then takes the method only"
                        + " where there is no other.",
                Evidence.of("setting", setting.name()),
                "The query for which it was switched off may be faster; of all the others, those for which the method is"
                        + " the best get a worse plan.",
                setting.usual());
    }
}
