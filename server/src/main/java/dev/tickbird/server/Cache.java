// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Folders that are costly to make, made once and then only read: unpacked servers, freshly initialised data.
///
/// It lies where the XDG rules put a user's cache. Root's home is closed to the user its servers may have to run as, so
/// root uses the system's cache.
final class Cache {
    private Cache() {}

    /// What fills a new folder.
    @FunctionalInterface
    interface Maker {
        void fill(Path folder) throws IOException;
    }

    /// The folder of this name, made now if it is missing. A folder that exists is complete: it is made under another
    /// name, by one process at a time, and then renamed.
    static Path folder(String name, Maker maker) {
        Path ready = root().resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        try {
            make(ready, maker);
            return ready;
        } catch (IOException e) {
            throw new ServerException("could not create cache folder \"" + ready + "\"", e);
        }
    }

    private static synchronized void make(Path ready, Maker maker) throws IOException {
        FileTree.createReadable(ready.getParent());
        try (var channel = FileChannel.open(
                        ready.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(ready)) {
                return; // by another process, while we waited
            }
            Path making = ready.resolveSibling(ready.getFileName() + ".part");
            FileTree.delete(making);
            FileTree.createReadable(making);
            maker.fill(making);
            Files.move(making, ready, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path root() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isEmpty()) {
            return Path.of(xdg, "tickbird", "servers");
        }
        Path caches =
                OrdinaryUser.isRoot() ? Path.of("/var/cache") : Path.of(System.getProperty("user.home"), ".cache");
        return caches.resolve("tickbird").resolve("servers");
    }
}
