// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import java.util.List;

/// A target at one moment, and its sessions at some moments after it.
///
/// @param later empty for a file, and where the sessions could not be read
public record Watched(Snapshot snapshot, List<List<Session>> later) {

    public Watched {
        later = later.stream().map(List::copyOf).toList();
    }
}
