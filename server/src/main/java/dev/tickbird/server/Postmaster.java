// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The server process of a data folder, controlled by `pg_ctl`.
record Postmaster(DataFolder data, Path log) {
    private static final int LINES_TOLD = 20;

    /// Starts it and waits until it takes connections.
    void start(String arguments) {
        var start = control("start", "-w", "-s", "-l", log.toString(), "-o", arguments);
        if (!start.succeeded()) {
            String title = "could not start PostgreSQL " + data.binaries().major();
            throw new ServerException(title, logTail().orElse(start.text().strip()), "");
        }
    }

    /// Stops it if it runs, in one of the modes of `pg_ctl stop`, and waits for its end.
    void stop(String mode) {
        if (isRunning()) {
            control("stop", "-w", "-s", "-m", mode).orFail("could not stop the server of \"" + data.path() + "\"");
        }
    }

    void reload() {
        control("reload", "-s").orFail("could not reload the server of \"" + data.path() + "\"");
    }

    /// Whether the process named in `postmaster.pid` lives and is indeed the server of this folder: a server that
    /// crashed leaves the file, and its number goes to some other process in time.
    boolean isRunning() {
        return process()
                .flatMap(process -> process.info().arguments())
                .filter(arguments ->
                        Arrays.asList(arguments).contains(data.path().toString()))
                .isPresent();
    }

    private Optional<ProcessHandle> process() {
        Path file = data.path().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(line -> line.matches("\\d+")) // negative when it was a single-user session
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        } catch (IOException e) {
            throw new ServerException("could not read file \"" + file + "\"", e);
        }
    }

    private OrdinaryUser.Output control(String... words) {
        var command = new ArrayList<>(
                List.of(data.binaries().program("pg_ctl"), "-D", data.path().toString()));
        command.addAll(List.of(words));
        return data.user().run(command);
    }

    private Optional<String> logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            var tail = lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
            return Optional.of(String.join(System.lineSeparator(), tail));
        } catch (IOException e) { // it did not come so far as to write one
            return Optional.empty();
        }
    }
}
