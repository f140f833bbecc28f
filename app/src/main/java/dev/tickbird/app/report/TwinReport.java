// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.model.Snapshot;
import java.util.List;
import java.util.Optional;

/// What there is to tell of a what-if question.
///
/// @param version Tickbird's own
/// @param target whose twin planned, without secrets: a host and database, or a file
/// @param changes one line for each thing that was otherwise
/// @param uri how the twin is reached; empty if it was not kept
public record TwinReport(
        String version, String target, Snapshot snapshot, List<String> changes, Answer answer, Optional<String> uri) {

    public TwinReport {
        changes = List.copyOf(changes);
    }
}
