// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Keeps a snapshot in a file: gzip-compressed JSON, which anybody can look into with `zcat`.
///
/// ```json
/// {"tickbird":"0.1.0","format":1,"takenAt":"2026-01-31T09:00:00Z",
///  "facts":{"tables":[{"oid":16384,"schema":"public","name":"orders",…},…],…},
///  "gaps":[{"fact":"sessions","extent":"PARTLY_SEEN","reason":"…","hint":"…"}]}
/// ```
///
/// Facts are called what their `.sql` files are called; a component that is null is left out. The format's number grows
/// only when an older Tickbird would misread a file. New facts and components do not change it: an older Tickbird
/// passes over what it does not know, a newer one reports what it misses as a gap.
///
/// The same snapshot gives the same bytes. The file appears complete or not at all, and only its owner may read it, for
/// it holds the schema and perhaps the texts of queries.
public final class SnapshotFile {

    static final int FORMAT = 1;
    private static final int BUFFER = 64 * 1024;

    private SnapshotFile() {}

    /// Whether a file looks like a snapshot, complete or not.
    public static boolean isOne(Path file) {
        byte[] start = "{\"tickbird\"".getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Arrays.equals(in.readNBytes(start.length), start);
        } catch (IOException e) { // not gzip, or not readable
            return false;
        }
    }

    public static void write(Snapshot snapshot, Path file) {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw failed("could not write snapshot file \"" + file + "\": it is a folder", "Name a file in it.", null);
        }
        try {
            Path fresh = Files.createTempFile(folder, ".tickbird-", ".tmp"); // with permissions 0600
            fresh.toFile().deleteOnExit(); // when the program is interrupted
            try {
                fill(snapshot, fresh);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw failed("could not write snapshot file \"" + file + "\": " + reason(e), null, e);
        } catch (JacksonException e) {
            throw failed("could not write snapshot file \"" + file + "\": " + e.getOriginalMessage(), null, e);
        }
    }

    private static void fill(Snapshot snapshot, Path file) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        try (OutputStream zipped = new GZIPOutputStream(bytes, BUFFER)) {
            SnapshotWriter.write(snapshot, zipped);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// The snapshot that a file holds.
    ///
    /// @throws TickbirdException if the file is missing, unreadable, damaged or too new
    public static Snapshot read(Path file) {
        if (Files.isDirectory(file)) {
            throw failed("\"" + file + "\" is a folder, not a snapshot file", "Name a file in it.", null);
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return new SnapshotReader(new GZIPInputStream(bytes, BUFFER), file).read();
        } catch (NoSuchFileException e) {
            throw failed("snapshot file \"" + file + "\" does not exist", "Check its name and folder.", e);
        } catch (ZipException | EOFException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw failed("could not read snapshot file \"" + file + "\": " + reason(e), null, e);
        } catch (JacksonException e) {
            throw damaged(file, cause(e), e);
        }
    }

    /// The very first bytes are wrong: the file is empty, cut, or of another kind.
    private static TickbirdException unreadable(Path file, IOException e) {
        if (file.toFile().length() == 0) {
            return failed("snapshot file \"" + file + "\" is empty", "Take the snapshot again.", e);
        }
        if (e instanceof EOFException) {
            return damaged(file, "it ends too early", e);
        }
        return failed(
                "\"" + file + "\" is not a snapshot file",
                "A snapshot file is gzip-compressed JSON that Tickbird wrote. To connect to a database of this name,"
                        + " write dbname=" + file.getFileName() + '.',
                e);
    }

    private static String cause(JacksonException e) {
        if (e.getCause() instanceof EOFException) {
            return "it ends too early";
        }
        return e.getCause() instanceof ZipException ? "its bytes were changed" : "its JSON is broken";
    }

    static TickbirdException damaged(Path file, String how, @Nullable Throwable cause) {
        return failed("snapshot file \"" + file + "\" is damaged: " + how, "Take the snapshot again.", cause);
    }

    static TickbirdException failed(String message, @Nullable String hint, @Nullable Throwable cause) {
        return TickbirdException.target(message, hint, cause);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such folder";
            default -> String.valueOf(e.getMessage());
        };
    }
}
