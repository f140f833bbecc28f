// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.lab.whatif.Query;
import dev.tickbird.lab.whatif.Workload;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which queries are planned.
final class QueryOptions {

    private static final String ENDING = ".sql";

    @Option(
            names = {"-q", "--query"},
            paramLabel = "SQL",
            description = "A query to plan, with $1 for constants that are not known; may be repeated.")
    private List<String> texts = List.of();

    @Option(
            names = "--workload",
            paramLabel = "DIR",
            description = "A folder with one query in each .sql file (default, without --query too: what"
                    + " pg_stat_statements knows).")
    private @Nullable Path folder;

    /// Whether the user has named them, so that nobody need ask pg_stat_statements.
    boolean given() {
        return folder != null || !texts.isEmpty();
    }

    /// @param snapshot of the target, whose statements are taken if the user has named no query
    /// @param optional whether it is all right if there are none
    List<Query> queries(Snapshot snapshot, boolean optional) {
        if (!given()) {
            return optional ? Workload.known(snapshot) : Workload.of(snapshot);
        }
        return named();
    }

    /// What the user has named.
    List<Query> named() {
        List<Query> queries = new ArrayList<>();
        for (String text : texts) {
            queries.add(new Query(texts.size() == 1 ? "query" : "query " + (queries.size() + 1), text));
        }
        if (folder != null) {
            queries.addAll(read(folder));
        }
        return queries;
    }

    private static List<Query> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw TickbirdException.usage("workload \"" + folder + "\" is no folder", null);
        }
        List<Query> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(QueryOptions::isQuery).sorted().toList()) {
                String name = file.getFileName().toString();
                queries.add(new Query(
                        name.substring(0, name.length() - ENDING.length()),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw TickbirdException.usage("could not read workload \"" + folder + "\": " + e.getMessage(), null);
        }
        if (queries.isEmpty()) {
            throw TickbirdException.usage("folder \"" + folder + "\" has no .sql file in it", null);
        }
        return queries;
    }

    private static boolean isQuery(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(ENDING);
    }
}
