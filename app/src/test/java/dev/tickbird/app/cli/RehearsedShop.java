// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.Fact;
import dev.tickbird.observe.SnapshotFile;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerOptions;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A small shop to rehearse on, and how that is typed.
final class RehearsedShop {

    private static final String SHOP = """
            create table venue (id integer primary key, city text);
            create table event (id integer primary key, venue_id integer, note text);
            create table "Odd\n""\033[31mName" (id integer, "select" text);
            insert into venue select g, 'city ' || g % 20 from generate_series(1, 1000) as g;
            insert into event select g, g % 1000, 'note' from generate_series(1, 50000) as g;
            vacuum analyze;
            """;

    private RehearsedShop() {}

    static void fill(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            Script.run(connection, SHOP);
        }
    }

    /// A snapshot file of a server that is gone.
    static String snapshot(Path file, Collection<Class<? extends Fact>> facts) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(ServerOptions.of(18));
                TestDatabase database = TestDatabase.on(server)) {
            fill(database);
            SnapshotFile.write(database.snapshot(facts), file);
        }
        return file.toString();
    }

    /// @param more options, and scripts that go first
    static Run rehearse(Path folder, String target, String script, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("rehearse", target));
        List.of(more).stream().filter(argument -> !argument.startsWith("-")).forEach(arguments::add);
        arguments.add(file(folder, "migration.sql", script));
        List.of(more).stream().filter(argument -> argument.startsWith("-")).forEach(arguments::add);
        return Run.of(arguments.toArray(String[]::new));
    }

    static String file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /// What it said, however the lines were broken.
    static String words(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
