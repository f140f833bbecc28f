// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own load: many small transactions.
///
/// @param cores where it runs, with a client for each
record PgBench(Path program, Corpus corpus, List<Integer> cores) {

    private static final Pattern THROUGHPUT = Pattern.compile("tps = ([0-9.]+)");

    static PgBench of(Corpus corpus, List<Integer> cores) {
        return new PgBench(find().orElseThrow(), corpus, cores);
    }

    /// Why it cannot run here; empty if it can.
    static Optional<String> obstacle() {
        return find().isPresent()
                ? Optional.empty()
                : Optional.of("pgbench was not found: install PostgreSQL, or put it on the PATH");
    }

    /// Debian's newest, or the one on the PATH: not Debian's own there, a script that may have nothing to run.
    private static Optional<Path> find() {
        Stream<Path> debian = Stream.iterate(18, major -> major >= 14, major -> major - 1)
                .map(major -> Path.of("/usr/lib/postgresql", String.valueOf(major), "bin"));
        return Stream.concat(debian, Cores.onPath())
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .filter(program -> !isWrapper(program))
                .findFirst();
    }

    private static boolean isWrapper(Path program) {
        try {
            return program.toRealPath().endsWith("pg_wrapper");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void prepare(int scale) {
        run("-i", "-q", "-s", String.valueOf(scale));
    }

    /// Transactions a second.
    double run(int seconds) {
        String output = run("-n", "-c", String.valueOf(cores.size()), "-T", String.valueOf(seconds));
        Matcher throughput = THROUGHPUT.matcher(output);
        if (!throughput.find()) {
            throw new IllegalStateException("pgbench did not say its throughput");
        }
        return Double.parseDouble(throughput.group(1));
    }

    private String run(String... options) {
        List<String> command = new ArrayList<>(Cores.on(cores));
        command.add(program.toString());
        command.addAll(List.of(options));
        command.add(corpus.uri());
        return Launch.run(command).output();
    }
}
