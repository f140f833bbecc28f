// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tickbird.app.cli.Main;
import dev.tickbird.app.config.ConfigurationFile;
import dev.tickbird.server.Script;
import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents and the help texts show to be typed works, on a real server.
class CommandsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern HELP_EXAMPLE = Pattern.compile("^  tickbird (?!demo|twin .*--(?:keep|stop))\\S.*");

    private static final Pattern NUMBER = Pattern.compile("[\\d,]*\\d");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    /// What takes a server of its own, or leaves one behind.
    private static final Pattern DEMO = Pattern.compile("tickbird (?:demo\\b|twin .*--(?:keep|stop)).*");

    @TempDir
    private static Path folder;

    /// Every line of a shell block that runs Tickbird, as it stands there.
    static List<String> commands() {
        Stream<String> shown = Repository.writtenPages().stream()
                .flatMap(page -> blocks(page, "sh"))
                .flatMap(String::lines)
                .filter(line -> line.contains("./tickbird "))
                .map(line -> line.replaceAll(" +#.*", ""));
        Stream<String> helped = blocks(Path.of("docs/reference/commands.md"), "text")
                .flatMap(String::lines)
                .filter(line -> HELP_EXAMPLE.matcher(line).matches())
                .map(line -> "./" + line.strip().replaceAll(" {3,}.*", ""));
        return Stream.concat(shown, helped).distinct().toList();
    }

    @Test
    void areManyEnough() {
        assertThat(commands()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void haveOnlyOptionsThatExist(String command) {
        String arguments = command.replaceFirst(".*?\\./tickbird ", "").replaceFirst(" [>|].*|\\)$", "");
        List<String> words = WORD.matcher(arguments)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
        assertThatCode(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException();
    }

    @Test
    @Timeout(300)
    void workOnARealServer() throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            prepare(database);
            for (String command : commands()) {
                if (!DEMO.matcher(command.substring(2)).matches()) {
                    String outcome = run(onThisServer(command, database));
                    assertThat(outcome).as(command).matches("(?s)[01]\n.*").doesNotContain("\tat ", "error:");
                }
            }
        }
    }

    private static void prepare(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            Script.run(
                    connection,
                    "create role app login; create schema app; create table app.venue (id int primary key);"
                            + " create table app.event"
                            + " (id int primary key, venue_id int references app.venue, starts_at date);"
                            + " insert into app.venue select generate_series(1, 50);"
                            + " insert into app.event select g, 1 + g % 50, date '2025-01-01' + g"
                            + " from generate_series(1, 1000) as g; analyze");
            for (String sql : blocks(Path.of("docs/start/privileges.md"), "sql").toList()) {
                Script.run(connection, sql);
            }
        }
        writeScript();
        Files.writeString(
                Files.createDirectory(folder.resolve("queries")).resolve("tonight.sql"),
                "select * from app.event where venue_id = 7");
        Files.writeString(folder.resolve("migration.sql"), "alter table app.event add column note text;");
        Files.writeString(folder.resolve("undo.sql"), "alter table app.event drop column note;");
        String service =
                "]\nhost=" + database.server().socketFolder() + "\ndbname=" + database.name() + "\nuser=postgres\n";
        Files.writeString(
                folder.resolve("services"), "[shop" + service + "[staging" + service + "[production" + service);
        for (String file : List.of("monday", "friday", "before", "shop")) {
            assertThat(run("./tickbird snapshot service=shop -o " + file + ".tickbird"))
                    .startsWith("0\n");
        }
        run("./tickbird check shop.tickbird --format json -o yesterday.json");
        Files.copy(folder.resolve("yesterday.json"), folder.resolve("baseline.json"));
    }

    private static void writeScript() throws IOException {
        Path script = folder.resolve("tickbird");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dtickbird.servers='"
                        + System.getProperty("tickbird.servers") + "' -cp '"
                        + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    /// Trying remedies again and again would take most of the time, and has tests of its own.
    private static String quick(String command) {
        return command.contains("prove") ? command : command.replaceFirst("^(.*\\./tickbird check)", "$1 --no-prove");
    }

    /// The hosts and databases of the examples are ours.
    private static String onThisServer(String command, TestDatabase database) {
        String host = database.server().socketFolder().toString();
        return quick(command)
                .replaceAll(
                        "postgres(?:ql)?://(\\w+@)?db\\.example(?::\\d+)?/shop",
                        "'postgresql://$1/" + database.name() + "?host=" + host + "'")
                .replaceAll("\\bdb\\.example\\b", host)
                .replaceAll("(dbname=|PGDATABASE=)shop\\b", "$1" + database.name());
    }

    /// The exit code, and all that was printed below it.
    private static String run(String command) throws IOException, InterruptedException {
        return run(command, Duration.ofMinutes(1));
    }

    private static String run(String command, Duration patience) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("PGSERVICEFILE", folder.resolve("services").toString());
        builder.environment().put("PGHOST", Servers.shared(18).socketFolder().toString());
        builder.environment().put("PGUSER", "postgres");
        Process process = builder.start();
        assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                .as(command)
                .isTrue();
        return process.exitValue() + "\n" + Files.readString(output);
    }

    /// Each line of the pages' pictures is printed, in that order; `…` stands for what is left out.
    @Test
    @Timeout(300)
    void demoPrintsWhatThePagesShow() throws Exception {
        writeScript();
        String printed = run("COLUMNS=80 ./tickbird demo", Duration.ofMinutes(3));
        for (Path page : List.of(Path.of("README.md"), Path.of("docs/start/demo.md"))) {
            int from = 0;
            for (String line :
                    blocks(page, "text").collect(Collectors.joining()).split("\n")) {
                if (!line.equals("…")) {
                    Matcher place = shown(line).matcher(printed);
                    assertThat(place.find(from))
                            .as(page + " shows: " + line + "\nthe demo prints:\n" + printed)
                            .isTrue();
                    from = place.end();
                }
            }
        }
    }

    /// The headline's numbers, and what the demo says of itself, are the same in every run; others may differ.
    private static Pattern shown(String line) {
        String text = "\\Q" + line.replace("…", "\\E.*\\Q") + "\\E";
        boolean exact = line.startsWith("database ") || line.startsWith("tickbird: ");
        return Pattern.compile(
                "(?m)^" + (exact ? text : NUMBER.matcher(text).replaceAll("\\\\E[\\\\d,]*\\\\d\\\\Q")) + "$");
    }

    static List<String> configurations() {
        return Repository.pages().stream().flatMap(page -> blocks(page, "toml")).toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configurationFilesAreUnderstood(String toml) throws IOException {
        Path file = Files.writeString(folder.resolve("shown.toml"), toml);
        assertThatCode(() -> ConfigurationFile.read(file)).doesNotThrowAnyException();
    }

    @Test
    void developersCommandsExist() {
        String help = Repository.text(Path.of("dev"));
        Repository.writtenPages().stream()
                .flatMap(page -> blocks(page, "sh"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./dev "))
                .forEach(line ->
                        assertThat(help).as(line).containsPattern("(?m)^(\\./dev | +)" + line.split(" ")[1] + "\\b.*"));
    }

    private static Stream<String> blocks(Path page, String language) {
        return BLOCK.matcher(Repository.text(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }
}
