// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own load: many small transactions.
record PgBench(Path program, Corpus corpus, int clients) {

    private static final Pattern THROUGHPUT = Pattern.compile("tps = ([0-9.]+)");

    /// The one on the PATH, or Debian's newest.
    static PgBench of(Corpus corpus, int clients) {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        Stream<Path> debian = Stream.iterate(18, major -> major >= 14, major -> major - 1)
                .map(major -> Path.of("/usr/lib/postgresql", String.valueOf(major), "bin"));
        return Stream.concat(onPath, debian)
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgBench(program, corpus, clients))
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench was not found: install the package postgresql-contrib or put it on the PATH"));
    }

    void prepare(int scale) {
        run("-i", "-q", "-s", String.valueOf(scale));
    }

    /// Transactions a second.
    double run(int seconds) {
        String output = run("-n", "-c", String.valueOf(clients), "-T", String.valueOf(seconds));
        Matcher throughput = THROUGHPUT.matcher(output);
        if (!throughput.find()) {
            throw new IllegalStateException("pgbench did not say its throughput");
        }
        return Double.parseDouble(throughput.group(1));
    }

    private String run(String... options) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(options));
        command.add(corpus.uri());
        return Launch.run(command).output();
    }
}
