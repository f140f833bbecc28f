// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The programs of one PostgreSQL: its major version, and the folder with `initdb`, `pg_ctl` and `postgres`.
public record Binaries(int major, Path folder) {
    private static final Pattern ARCHIVE = Pattern.compile("(\\d+)\\.jar");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /// The embedded PostgreSQL of this major. The first use on a machine unpacks its archive, which takes seconds.
    public static Binaries of(int major) {
        return of(major, archives());
    }

    /// The same from another folder with archives such as `17.jar`.
    public static Binaries of(int major, Path archives) {
        Path archive = archives.resolve(major + ".jar");
        if (!Files.isRegularFile(archive)) {
            String present = majorsIn(archives).stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new ServerException(
                    "PostgreSQL " + major + " is not among the embedded servers",
                    "Folder \"" + archives + "\" has " + (present.isEmpty() ? "none" : present) + ".",
                    "");
        }
        Path unpacked = Cache.folder(Archive.nameOf(archive), folder -> Archive.unpack(archive, folder));
        return new Binaries(major, unpacked.resolve("bin"));
    }

    /// A PostgreSQL installed on this machine, by the folder that holds its programs (`pg_config --bindir` tells).
    public static Binaries installed(Path bin) {
        Path folder = bin.toAbsolutePath();
        Path postgres = folder.resolve("postgres");
        if (!Files.isExecutable(postgres)) {
            throw new ServerException(
                    "folder \"" + folder + "\" has no program \"postgres\"",
                    "",
                    "Name the folder that \"pg_config --bindir\" prints.");
        }
        String version = OrdinaryUser.SELF
                .run(List.of(postgres.toString(), "--version"))
                .text()
                .strip();
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            throw new ServerException("could not tell the version of \"" + postgres + "\"", version, "");
        }
        return new Binaries(Integer.parseInt(matcher.group(1)), folder);
    }

    /// The embedded PostgreSQL of the newest major.
    public static Binaries newest() {
        return of(availableMajors().getLast());
    }

    /// The majors that can be had from [#of(int)], ascending.
    public static List<Integer> availableMajors() {
        return majorsIn(archives());
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    private static Path archives() {
        String folder = System.getProperty("tickbird.servers");
        if (folder == null) {
            throw new ServerException(
                    "system property \"tickbird.servers\" is not set",
                    "",
                    "It names the folder with the archives of the embedded servers, such as 17.jar.");
        }
        return Path.of(folder).toAbsolutePath();
    }

    private static List<Integer> majorsIn(Path archives) {
        if (!Files.isDirectory(archives)) {
            return List.of();
        }
        try (var files = Files.list(archives)) {
            return files.map(file -> ARCHIVE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ServerException("could not read folder \"" + archives + "\"", e);
        }
    }
}
