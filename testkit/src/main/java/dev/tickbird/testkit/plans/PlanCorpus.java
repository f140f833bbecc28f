// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit.plans;

import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A database with something of everything that the planner knows, and queries that ask for it.
public final class PlanCorpus {

    /// Comes first in a session that plans its queries.
    public static final String SEARCH_PATH = "set search_path = plans, public";

    private static final String FOLDER = "dev/tickbird/testkit/plans";

    private PlanCorpus() {}

    /// Fills an empty database. The role that connects must be a superuser, for it creates a role and extensions.
    ///
    /// @param scale how many rows: at 1 the largest table has 24,000, and every statistic is the same each time
    public static void create(Connection connection, int scale) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (Statement session = connection.createStatement()) {
            session.execute(
                    Sql.format("set plans.scale = %L", Integer.toString(scale)).text());
        }
        for (String script : files("database").values()) {
            if (PlanQuery.oldest(script) <= major) {
                Script.run(connection, script);
            }
        }
    }

    /// The queries that this major version can plan, by name.
    public static List<PlanQuery> queries(int major) throws SQLException {
        List<PlanQuery> queries = new ArrayList<>();
        for (Map.Entry<String, String> file : files("queries").entrySet()) {
            queries.add(PlanQuery.parse(file.getKey().replace(".sql", ""), file.getValue()));
        }
        return queries.stream().filter(query -> query.oldest() <= major).toList();
    }

    /// The texts of the files in a folder beside this class, by name: in a folder of classes or in a jar.
    private static Map<String, String> files(String folder) {
        URL classes = PlanCorpus.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path root = Path.of(classes.toURI());
            if (Files.isDirectory(root)) {
                return files(root.resolve(FOLDER).resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return files(jar.getPath(FOLDER, folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the files of the plans in \"" + classes + "\"", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
