// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A server's data folder, while no server runs on it.
///
/// `initdb` takes three times as long as copying what it made, so it runs once per PostgreSQL and options, into the
/// cache. Servers that come of the same `initdb` have the same system identifier.
record DataFolder(Path path, Binaries binaries, OrdinaryUser user) {

    /// Fills the folder with a fresh cluster: superuser `postgres`, encoding UTF8, locale C.
    void initialise(List<String> options) {
        var command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        command.addAll(options);
        Path made = Cache.folder(templateName(command), folder -> {
            user.own(folder);
            command.addAll(List.of("--pgdata", folder.resolve("data").toString()));
            user.run(command).orFail("could not initialise a data folder of PostgreSQL " + binaries.major());
        });
        copyFrom(made.resolve("data"));
    }

    /// Fills the folder with a copy of another one, which no server may be running on.
    void copyFrom(Path data) {
        user.run(List.of("cp", "-R", data.toString(), path.toString()))
                .orFail("could not copy data folder \"" + data + "\"");
    }

    /// Trusts who reaches the private socket, and asks for a password on loopback.
    void authenticate() {
        String rules = """
                local all         all trust
                local replication all trust
                host  all         all 127.0.0.1/32 scram-sha-256
                """;
        write("pg_hba.conf", rules, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void configure(Map<String, String> settings) {
        var lines = new StringBuilder();
        new TreeMap<>(settings)
                .forEach((name, value) -> lines.append(name)
                        .append(" = '")
                        .append(value.replace("\\", "\\\\").replace("'", "''"))
                        .append("'\n"));
        write("postgresql.conf", lines.toString(), StandardOpenOption.APPEND);
    }

    /// Makes it the data of a standby.
    void follow(String connection) {
        configure(Map.of("primary_conninfo", connection));
        write("standby.signal", "", StandardOpenOption.CREATE);
    }

    /// Sets the superuser's password, by the one way that needs neither a running server nor a driver.
    void setPassword(String password) {
        var command = List.of(binaries.program("postgres"), "--single", "-F", "-D", path.toString(), "postgres");
        user.run(command, "alter role postgres password '" + password + "'\n")
                .orFail("could not set the password of the superuser");
    }

    private void write(String name, String text, StandardOpenOption how) {
        Path file = path.resolve(name);
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE, how);
            user.own(file);
        } catch (IOException e) {
            throw new ServerException("could not write file \"" + file + "\"", e);
        }
    }

    private String templateName(List<String> command) {
        try {
            var modified = Files.getLastModifiedTime(binaries.folder().resolve("postgres"));
            var key = String.join("\n", command) + "\n" + modified + "\n" + user;
            return "data-" + binaries.major() + "-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ServerException("could not read folder \"" + binaries.folder() + "\"", e);
        }
    }
}
