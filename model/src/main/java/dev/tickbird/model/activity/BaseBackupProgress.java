// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.activity;

import dev.tickbird.model.Fact;
import org.jspecify.annotations.Nullable;

/// A base backup that is running.
///
/// @param bytesTotal an estimate; null if none was asked for
public record BaseBackupProgress(
        int pid,
        String phase,
        @Nullable Long bytesTotal,
        long bytesStreamed,
        long tablespacesTotal,
        long tablespacesStreamed)
        implements Fact {}
