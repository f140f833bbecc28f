// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.settings;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// A setting that lets a crash destroy the data, or lose what was committed, switched off for the whole server.
public record DisabledDurability() implements Rule {

    /// Their storage keeps pages whole and safe by itself, and they switch the settings off on purpose.
    private static final Set<Edition> OWN_STORAGE = EnumSet.of(Edition.AURORA, Edition.ALLOYDB, Edition.NEON);

    @Override
    public Needs needs() {
        return Needs.facts(EditionEvidence.class).settings("fsync", "full_page_writes", "synchronous_commit");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (OWN_STORAGE.contains(Edition.of(snapshot))) {
            return Stream.empty();
        }
        return snapshot.all(Setting.class).stream()
                .filter(setting -> setting.value().equals("off") && NewValue.isOfTheServer(setting))
                .flatMap(this::finding);
    }

    private Stream<Finding> finding(Setting setting) {
        return switch (setting.name()) {
            case "fsync" ->
                finding(
                        setting,
                        Severity.CRITICAL,
                        "The server does not wait until what it writes, the WAL included, is on disk.",
                        "A crash of the operating system or a power failure can corrupt the whole cluster beyond repair;"
                                + " only a backup helps then.");
            case "full_page_writes" ->
                finding(
                        setting,
                        Severity.CRITICAL,
                        "After a checkpoint the WAL does not hold the whole page that is changed first.",
                        "A page that was half written when the operating system crashed or the power failed cannot be"
                                + " mended: its table or index is corrupt, perhaps without notice.");
            case "synchronous_commit" ->
                finding(
                        setting,
                        Severity.NOTE,
                        "A commit is confirmed before its WAL is on disk, up to three times wal_writer_delay earlier.",
                        "A crash loses the last commits that clients were told are safe. Nothing becomes inconsistent.");
            default -> Stream.empty();
        };
    }

    private Stream<Finding> finding(Setting setting, Severity severity, String detail, String impact) {
        return Stream.of(finding(
                severity,
                new Subject("setting", setting.name()),
                "setting \"" + setting.name() + "\" is off for the whole server",
                detail,
                Evidence.of("value", setting.value()).and("source", setting.source()),
                impact,
                NewValue.of(setting, "on")));
    }
}
