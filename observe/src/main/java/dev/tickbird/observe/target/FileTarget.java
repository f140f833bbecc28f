// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.nio.file.Path;

/// A snapshot file, as `SnapshotFile` reads it.
public record FileTarget(Path file) implements Target {

    @Override
    public String display() {
        return file.toString();
    }
}
