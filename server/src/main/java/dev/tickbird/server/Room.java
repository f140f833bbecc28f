// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What is left for the files of a server. A full disk shows itself in many ways, from `cp` to a file that PostgreSQL
/// cannot extend, and few of them say where.
record Room(Path parent) {

    /// Less than a table, its indexes and a segment of shared memory take.
    private static final long TOO_LITTLE = 2L << 20;

    /// What to say instead of a failure that has just been seen, if its reason is that the disk is full.
    Optional<ServerException> instead() {
        return isThere()
                ? Optional.empty()
                : Optional.of(new ServerException(
                        "no space is left for a server in \"" + parent + "\"",
                        "",
                        "Free some there, or name another folder: TMPDIR=/var/tmp tickbird ..."));
    }

    private boolean isThere() {
        try {
            return Files.getFileStore(parent).getUsableSpace() >= TOO_LITTLE;
        } catch (IOException e) { // then the failure itself has to say it
            return true;
        }
    }
}
