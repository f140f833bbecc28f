// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Makes files of relations under numbers that the server has never used, as long as they should seem and as
/// empty as they are: what was not written takes no disk.
///
/// The server takes a number of its own for a new file only if no file has it, and looks at a file only after
/// `pg_class` names it; so it may run meanwhile.
final class RelationFiles {

    private static final long FIRST = 3_000_000_000L;

    private final Path dataFolder;
    private final UserPrincipal owner;
    private final long segmentBlocks;
    private final boolean checksums;
    private final List<Path> made = new ArrayList<>();
    private long next;

    /// @param segmentBlocks how many blocks a file may have, before the next goes on
    /// @param highest the highest number in use
    private RelationFiles(Path dataFolder, long segmentBlocks, boolean checksums, long highest) throws IOException {
        this.dataFolder = dataFolder;
        this.owner = Files.getOwner(dataFolder);
        this.segmentBlocks = segmentBlocks;
        this.checksums = checksums;
        next = Math.max(FIRST, highest + 1);
    }

    static RelationFiles of(Connection connection, Path dataFolder) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(GhostSql.text("storage"))) {
            row.next();
            return new RelationFiles(
                    dataFolder, row.getLong("segment"), row.getBoolean("checksums"), row.getLong("highest"));
        }
    }

    /// Makes the files of a relation, and returns their number.
    ///
    /// @param beside the path of its present file; the new ones lie beside it
    /// @param map whether it gets a visibility map for block 0
    long make(String beside, long blocks, List<Page> pages, boolean map) throws IOException {
        Path folder = dataFolder.resolve(beside).resolveSibling("");
        long number = fresh(folder);
        long length = Math.max(blocks, pages.size());
        for (long segment = 0; segment == 0 || segment * segmentBlocks < length; segment++) {
            Path file = segment == 0 ? file(folder, number, "") : created(file(folder, number, "." + segment));
            long rest = Math.min(segmentBlocks, length - segment * segmentBlocks);
            fill(file, rest, segment == 0 ? pages : List.of());
        }
        if (map) {
            fill(created(file(folder, number, "_vm")), 1, List.of(FirstPages.visibilityMap()));
        }
        return number;
    }

    private long fresh(Path folder) throws IOException {
        while (true) {
            long number = next++;
            try {
                created(file(folder, number, ""));
                return number;
            } catch (FileAlreadyExistsException e) {
                // somebody else's: the next one, then
            }
        }
    }

    private static Path file(Path folder, long number, String suffix) {
        return folder.resolve(number + suffix);
    }

    private Path created(Path file) throws IOException {
        Files.createFile(file);
        made.add(file);
        if (!Files.getOwner(file).equals(owner)) {
            Files.setOwner(file, owner);
        }
        return file;
    }

    private void fill(Path file, long blocks, List<Page> pages) throws IOException {
        if (blocks == 0) {
            return;
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(blocks * Page.SIZE);
            for (int block = 0; block < pages.size(); block++) {
                out.write(pages.get(block).at(block, checksums));
            }
        }
    }

    /// Deletes what was made, for nobody will name it.
    void delete() throws IOException {
        for (Path file : made) {
            Files.deleteIfExists(file);
        }
    }

    /// Whether the server itself made the file: of a relation without rows, it is as it should be.
    boolean isServers(String path) {
        return Long.parseLong(nameOf(path)) < FIRST;
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Deletes the files of a number that [#make] gave and that nobody names any more.
    void deleteFormer(String path) throws IOException {
        if (isServers(path)) {
            return; // it may still have pages to write into it
        }
        Path first = dataFolder.resolve(path);
        String name = nameOf(path);
        Files.deleteIfExists(first);
        Files.deleteIfExists(first.resolveSibling(name + "_vm"));
        for (int segment = 1; Files.deleteIfExists(first.resolveSibling(name + "." + segment)); segment++) {
            // the next one
        }
    }
}
