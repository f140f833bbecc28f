// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.observe.SnapshotFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What is already in a file that is to be written: only a file of the same kind is replaced, whatever the user typed.
/// A device, a pipe and an empty file hold nothing that could be lost.
record EarlierFile(Path file) {

    /// So near its start every report says who wrote it.
    private static final int START = 8192;

    /// @throws TickbirdException if something else would be lost
    void requireReport() {
        if (holdsSomething() && !namesTickbird()) {
            throw refused(
                    SnapshotFile.isOne(file) ? "it is a snapshot file" : "it exists and is no report of Tickbird");
        }
    }

    /// @throws TickbirdException if something else would be lost
    void requireSnapshot() {
        if (holdsSomething() && !SnapshotFile.isOne(file)) {
            throw refused("it exists and is no snapshot file");
        }
    }

    private boolean holdsSomething() {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) { // it has gone, and what does not exist cannot be lost
            return false;
        }
    }

    private boolean namesTickbird() {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(START), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains("tickbird");
        } catch (IOException e) { // what cannot be read is not ours
            return false;
        }
    }

    private TickbirdException refused(String reason) {
        return TickbirdException.usage(
                "could not write \"" + file + "\": " + reason, "Name another file, or remove that one first.");
    }
}
