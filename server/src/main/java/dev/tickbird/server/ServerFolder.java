// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The one folder of a server: its data, its log, its socket, and a lock file that this process holds while it lives.
///
/// A lock nobody holds marks a folder as left by a process that was killed. The folders of this very process are told
/// by their name and never tried: on Linux, closing any channel to a file drops the lock another channel holds on it.
/// A file `kept` marks one that was left on purpose, and holds the name it was left under.
record ServerFolder(Path path, FileChannel lock) {
    private static final Logger LOG = System.getLogger(ServerFolder.class.getName());
    private static final String PREFIX = "tickbird-";

    /// The longest path a socket may have, on macOS; Linux allows four bytes more.
    private static final int LONGEST_SOCKET = 103;

    /// Where files live in memory. A data folder is a thousand small files: a server there starts in a
    /// fraction of the time.
    private static final Path MEMORY = Path.of("/dev/shm");

    /// What must be free for a server to live in memory; a container often has as little as 64 MB.
    private static final long ENOUGH = 1L << 30;

    /// A new folder, closed to others, owned by the server's user. One that need not be on disk is made in memory.
    static ServerFolder create(OrdinaryUser user, boolean onDisk) {
        Path parent = parent(System.getenv("TMPDIR"), onDisk);
        try {
            Path path = createNew(parent);
            FileChannel lock = hold(path);
            user.own(path);
            return new ServerFolder(path, lock);
        } catch (IOException e) {
            throw new ServerException("could not create a folder for a server in \"" + parent + "\"", e);
        }
    }

    /// Where the user says; else in memory, if there is room, or where temporary files are.
    ///
    /// @param named what `TMPDIR` says; null or empty if nothing
    static Path parent(@Nullable String named, boolean onDisk) {
        if (named != null && !named.isEmpty()) {
            Path folder = Path.of(named).toAbsolutePath();
            if (!Files.isDirectory(folder)) {
                throw new ServerException("temporary folder \"" + named + "\" does not exist", "", "TMPDIR names it.");
            }
            return folder;
        }
        return !onDisk && memoryHasRoom() ? MEMORY : disk();
    }

    /// Stops the servers and deletes the folders that killed processes left. What resists is left to the next start.
    void sweep(Binaries binaries, OrdinaryUser user) {
        for (Path left : all()) {
            sweep(left, binaries, user);
        }
    }

    /// Leaves the folder and its server behind when this process ends.
    void keep(String name) {
        try {
            Files.writeString(marker(path), name);
            lock.close();
        } catch (IOException e) {
            throw new ServerException("could not keep folder \"" + path + "\"", e);
        }
    }

    /// Stops the servers and deletes the folders that the owner of this one has kept under the name.
    int removeKept(String name, Binaries binaries, OrdinaryUser user) {
        int removed = 0;
        for (Path left : all()) {
            try {
                if (Files.exists(marker(left))
                        && isOfSameOwner(left)
                        && Files.readString(marker(left)).equals(name)) {
                    remove(new ServerFolder(left, FileChannel.open(left.resolve("lock"))), binaries, user);
                    removed++;
                }
            } catch (IOException e) {
                throw new ServerException("could not remove folder \"" + left + "\"", e);
            }
        }
        return removed;
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("log");
    }

    Room room() {
        return new Room(Objects.requireNonNull(path.getParent()));
    }

    /// Deletes the folder, the lock last.
    void delete() {
        try (lock) {
            FileTree.delete(data());
            FileTree.delete(path);
        } catch (IOException e) {
            throw new ServerException("could not delete folder \"" + path + "\"", e);
        }
    }

    private void sweep(Path left, Binaries binaries, OrdinaryUser user) {
        try {
            boolean ours = left.getFileName().toString().startsWith(prefixOfThisProcess());
            if (!ours && !Files.exists(marker(left)) && isOfSameOwner(left)) {
                sweepIfUnheld(left, binaries, user);
            }
        } catch (IOException | ServerException e) {
            LOG.log(Level.DEBUG, "could not sweep \"" + left + "\"", e);
        }
    }

    private static void sweepIfUnheld(Path left, Binaries binaries, OrdinaryUser user) throws IOException {
        Path file = left.resolve("lock");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return; // it is just being made, or deleted
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                var lock = channel.tryLock()) {
            if (lock != null) {
                remove(new ServerFolder(left, channel), binaries, user);
            }
        }
    }

    private static void remove(ServerFolder folder, Binaries binaries, OrdinaryUser user) {
        new Postmaster(new DataFolder(folder.data(), binaries, user), folder.log()).stop("immediate");
        folder.delete();
    }

    private boolean isOfSameOwner(Path other) throws IOException {
        return Files.getOwner(other).equals(Files.getOwner(path));
    }

    private static Path marker(Path folder) {
        return folder.resolve("kept");
    }

    /// The folders of every process on this machine.
    private static List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (Path parent : new LinkedHashSet<>(List.of(disk(), MEMORY))) { // disk() is TMPDIR, where the user names one
            try (var folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
                folders.forEach(all::add);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "could not read \"" + parent + "\"", e);
            }
        }
        return all;
    }

    private static Path disk() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }

    private static boolean memoryHasRoom() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH;
        } catch (IOException e) {
            return false;
        }
    }

    /// The name is never used again, else a sweep that was about to delete the old folder would delete the new one.
    private static Path createNew(Path parent) throws IOException {
        int number = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        Path path = parent.resolve(prefixOfThisProcess() + Integer.toString(number, Character.MAX_RADIX));
        if (path.resolve(".s.PGSQL.65535").toString().length() > LONGEST_SOCKET) {
            throw new ServerException(
                    "path of folder \"" + path + "\" is too long for a socket",
                    "",
                    "Name a shorter temporary folder: TMPDIR=/tmp tickbird ...");
        }
        var onlyOurs = PosixFilePermissions.fromString("rwx------");
        return Files.createDirectory(path, PosixFilePermissions.asFileAttribute(onlyOurs));
    }

    /// The lock file appears under its name only when it is locked, so that no sweep can come between.
    private static FileChannel hold(Path path) throws IOException {
        Path unheld = path.resolve("lock.new");
        var channel = FileChannel.open(unheld, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(unheld, path.resolve("lock"));
        return channel;
    }

    /// The process number alone comes again; together with the start of the process it does not.
    private static String prefixOfThisProcess() {
        var process = ProcessHandle.current();
        long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        return PREFIX + Long.toString(process.pid(), Character.MAX_RADIX) + Long.toString(start, Character.MAX_RADIX)
                + "-";
    }
}
