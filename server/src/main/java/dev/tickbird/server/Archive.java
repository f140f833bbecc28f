// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// An archive of one PostgreSQL: a jar that holds one `.txz`, which holds `bin`, `lib` and `share`.
final class Archive {
    private Archive() {}

    /// A name that changes when the archive does, such as `17-14987378-mi8e2k5c`.
    static String nameOf(Path jar) {
        try {
            String major = jar.getFileName().toString().replace(".jar", "");
            long modified = Files.getLastModifiedTime(jar).toMillis();
            return major + "-" + Files.size(jar) + "-" + Long.toString(modified, Character.MAX_RADIX);
        } catch (IOException e) {
            throw new ServerException("could not read archive \"" + jar + "\"", e);
        }
    }

    /// Unpacks it with symbolic links and executable bits, readable by everybody whatever the umask.
    static void unpack(Path jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile());
                var tar = new TarArchiveInputStream(new XZInputStream(content(zip)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()));
            }
        }
    }

    private static InputStream content(ZipFile zip) throws IOException {
        ZipEntry entry = zip.stream()
                .filter(file -> file.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new ServerException("archive \"" + zip.getName() + "\" has no .txz in it", "", ""));
        return zip.getInputStream(entry);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            FileTree.createReadable(path);
            return;
        }
        FileTree.createReadable(path.getParent()); // some folders have no entry of their own
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
