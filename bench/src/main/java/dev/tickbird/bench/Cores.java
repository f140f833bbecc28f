// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which cores whom: the last of them is the other machine, from which servers are checked.
///
/// @param server of the server and its clients, as `taskset` takes them; never empty
/// @param program of the program that checks
record Cores(List<Integer> server, List<Integer> program) {

    private static final String ALLOWED = "Cpus_allowed_list:";

    /// Why they cannot be divided here; empty if they can.
    static Optional<String> obstacle() {
        if (onPath().noneMatch(folder -> Files.isExecutable(folder.resolve("taskset")))) {
            return Optional.of("the command taskset, which keeps the program off the server's cores, was not found:"
                    + " install the package util-linux");
        }
        return allowed(status("self")).size() < 2
                ? Optional.of("there is one core only, and the program needs one that the server does not have")
                : Optional.empty();
    }

    static Cores divided() {
        List<Integer> all = allowed(status("self"));
        return new Cores(all.subList(0, all.size() - 1), List.of(all.getLast()));
    }

    /// What a command begins with that is to run on these.
    static List<String> on(List<Integer> cores) {
        return List.of("taskset", "--cpu-list", list(cores));
    }

    /// Sends a running process there with its threads and all that it started.
    static void move(long pid, List<Integer> cores) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> Launch.run(List.of(
                        "taskset", "--all-tasks", "--cpu-list", "--pid", list(cores), String.valueOf(each.pid()))));
        if (!allowed(status(String.valueOf(pid))).equals(cores)) {
            throw new IllegalStateException("could not send process " + pid + " to the cores " + list(cores));
        }
    }

    List<Integer> all() {
        return Stream.concat(server.stream(), program.stream()).toList();
    }

    private static String list(List<Integer> cores) {
        return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Path status(String process) {
        return Path.of("/proc", process, "status");
    }

    /// Those that the process may use.
    private static List<Integer> allowed(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .flatMap(line -> Arrays.stream(
                            line.substring(ALLOWED.length()).strip().split(",")))
                    .flatMapToInt(Cores::range)
                    .boxed()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `3` or `0-2`.
    private static IntStream range(String text) {
        int[] ends = Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
        return IntStream.rangeClosed(ends[0], ends[ends.length - 1]);
    }

    /// The folders where commands are looked for.
    static Stream<Path> onPath() {
        return Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
    }
}
