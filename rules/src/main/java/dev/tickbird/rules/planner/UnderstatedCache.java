// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.planner;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.util.stream.Stream;

/// The planner is told of less cache than the server has for itself.
public record UnderstatedCache() implements Rule {

    private static final String TOLD = "effective_cache_size";
    private static final String OWN = "shared_buffers";
    private static final long BLOCK = 8; // kB; the unit of both

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings(TOLD, OWN);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        return settings.named(TOLD).stream()
                .filter(NewValue::isOfTheServer)
                .flatMap(told -> settings.named(OWN).stream()
                        .filter(own -> kilobytes(told) < kilobytes(own))
                        .map(own -> finding(told, kilobytes(own))));
    }

    private static long kilobytes(Setting setting) {
        return BLOCK * Long.parseLong(setting.value());
    }

    private Finding finding(Setting told, long own) {
        String cache = Words.bytes(kilobytes(told) << 10);
        String buffers = Words.bytes(own << 10);
        return finding(
                Severity.ADVICE,
                new Subject("setting", TOLD),
                "the planner is told of " + cache + " of cache, and shared_buffers alone are " + buffers,
                TOLD + " is " + (told.isDefault() ? "what PostgreSQL comes with; it" : "set so; it")
                        + " stands for all memory that holds pages, shared_buffers and the operating system's.",
                Evidence.of("kilobytes", kilobytes(told)).and("sharedBuffersKilobytes", own),
                "Index scans that read a page again and again look dearer than they are, and tables are read from end to"
                        + " end instead.",
                NewValue.of(told, own % 1024 == 0 ? own / 1024 + "MB" : own + "kB"));
    }
}
