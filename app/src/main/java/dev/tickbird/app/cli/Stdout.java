// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// This process's stdout, which remembers why it could not be written; a print stream only remembers that.
final class Stdout extends FilterOutputStream {

    private @Nullable IOException failure;

    Stdout() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /// Whether the reader has left before the end, as `head` does, which is no failure.
    boolean isAbandoned() {
        return failure != null
                && (isPipe()
                        || String.valueOf(failure.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("pipe"));
    }

    /// The message is in the system's language, so that Linux is asked rather than read.
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException e) { // another system
            return false;
        }
    }
}
