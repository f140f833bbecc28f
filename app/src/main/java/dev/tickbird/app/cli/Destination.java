// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.app.report.Terminal;
import dev.tickbird.model.TickbirdException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Where something is written to: a file, or stdout.
///
/// @param file null is stdout
record Destination(@Nullable Path file) {

    /// What systems call stdout: whoever names it so gets what others get, a silent end included when its
    /// reader leaves.
    private static final Set<Path> STDOUT =
            Set.of(Path.of("/dev/stdout"), Path.of("/dev/fd/1"), Path.of("/proc/self/fd/1"));

    Destination {
        file = file != null && STDOUT.contains(file) ? null : file;
    }

    /// What writes.
    @FunctionalInterface
    interface Content {
        void write(Appendable out) throws IOException;
    }

    /// Says at once what would go wrong after minutes of work.
    void requireWritable() {
        if (file == null) {
            return;
        }
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw failed("it is a folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw failed("its folder does not exist");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw failed("permission denied");
        }
        new EarlierFile(file).requireReport();
    }

    void write(Content content) throws IOException {
        if (file == null) {
            Writer writer = new OutputStreamWriter(System.out, StandardCharsets.UTF_8); // which stays open
            content.write(writer);
            writer.flush();
            return;
        }
        try {
            if (isReplaceable(file)) {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            } else {
                fill(file, content);
            }
        } catch (FileSystemException e) {
            throw failed(reason(e));
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    /// A device or a pipe is written to, and so is a file in a folder that takes no other.
    private static boolean isReplaceable(Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        return (Files.notExists(file) || Files.isRegularFile(file)) && folder != null && Files.isWritable(folder);
    }

    /// The file appears complete or not at all; what was there before stays until then.
    private static void replace(Path target, Content content) throws IOException {
        int number = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        Path fresh = target.resolveSibling(".tickbird-" + Integer.toString(number, Character.MAX_RADIX) + ".tmp");
        fresh.toFile().deleteOnExit(); // when the program is interrupted
        try {
            fill(fresh, content);
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(target));
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.write(writer);
        }
    }

    /// The screen that will show it; a file is shown by none, so only `COLUMNS` says how wide it may be.
    Terminal terminal() {
        return file == null ? Terminal.here() : Terminal.inFile();
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "permission denied";
            default -> e.getReason() == null ? String.valueOf(e.getMessage()) : e.getReason();
        };
    }

    private TickbirdException failed(String reason) {
        return TickbirdException.usage("could not write \"" + file + "\": " + reason, null);
    }
}
