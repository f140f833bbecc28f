// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.wal;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.model.statistics.Checkpointer;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.settings.NewValue;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/// Checkpoints that write much and are told to be done long before the next one.
///
/// @param maxTarget from this `checkpoint_completion_target` on, they take their time
/// @param minWritten by a checkpoint, on average; less no disk notices
/// @param minAge younger counters show a busy hour
public record HastyCheckpoint(double maxTarget, Bytes minWritten, Duration minAge) implements Rule {

    private static final String SETTING = "checkpoint_completion_target";
    private static final String USUAL = "0.9"; // since PostgreSQL 14; 0.5 before, which old files keep

    public HastyCheckpoint() {
        this(0.7, Bytes.parse("128 MB"), Duration.ofDays(1));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Checkpointer.class).settings(SETTING).statisticsOlderThan(minAge);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Checkpointer counted = snapshot.the(Checkpointer.class);
        long written = counted.buffersWritten() * snapshot.the(Server.class).blockSize() / Math.max(1, done(counted));
        return written < minWritten.number()
                ? Stream.empty()
                : Settings.of(snapshot).named(SETTING).stream()
                        .filter(setting -> Double.parseDouble(setting.value()) < maxTarget)
                        .map(setting -> finding(setting, written));
    }

    /// On a standby they are called restartpoints. Before 18, those that were left out are counted with the others.
    private static long done(Checkpointer counted) {
        return Objects.requireNonNullElseGet(counted.done(), () -> counted.timed() + counted.requested())
                + Objects.requireNonNullElse(counted.restartpointsDone(), 0L);
    }

    private Finding finding(Setting setting, long written) {
        return finding(
                Severity.ADVICE,
                new Subject("setting", SETTING),
                "checkpoints hurry: \"" + SETTING + "\" is " + setting.value(),
                "A checkpoint writes " + Words.bytes(Long.highestOneBit(written))
                        + " or more on average, in that part of the time until the next one; since PostgreSQL 14 "
                        + USUAL + " is what it comes with.",
                Evidence.of("writtenBytes", Long.highestOneBit(written)).and("value", setting.value()),
                "The disks are flooded and then idle by turns; while they are flooded, each statement that reads or"
                        + " commits is slower.",
                NewValue.of(setting, USUAL));
    }
}
