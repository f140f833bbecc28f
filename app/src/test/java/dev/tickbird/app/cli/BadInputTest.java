// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What users type wrong, where no server is needed: one clear message, at once, with the right exit code.
class BadInputTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    /// So that nothing is examined where the options are wrong.
    private static final String NO_SERVER = "postgres://nobody@127.0.0.1:1/nothing";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check --fail-on=harmless          | invalid value for option "--fail-on": "harmless" is none of critical, warning, advice, note
            check --fail-on=warnings          | "warnings" is none of critical, warning, advice, note; did you mean "warning"?
            check --format=pdf                | (FORMAT): "pdf" is none of text, json, sarif, junit, markdown, html
            check --statement-timeout=soon    | invalid value for option "--statement-timeout": "soon" is no whole number
            check --statement-timeout=0       | --statement-timeout must be at least 1 second
            check --frobnicate                | there is no option "--frobnicate"
            check one two                     | argument "two" is one too many
            chekc                             | there is no command "chekc"
            snapshot                          | missing required option: "--output=FILE"
            diff one                          | missing required parameter: "AFTER"
            check --only=unused-indx          | there is no rule or family "unused-indx"
            check --skip=bogus                | there is no rule or family "bogus"
            check --only=indexes --skip=indexes | no rule is left to run
            check --config=nowhere.toml       | configuration file "nowhere.toml" does not exist
            check --baseline=nowhere.json     | baseline "nowhere.json" does not exist or cannot be read
            check --format=json,sarif         | only one report can go to stdout
            check -o report                   | the name of "report" does not say which format it is to have
            check -o /nowhere/report.html     | could not write "/nowhere/report.html": its folder does not exist
            check -o .  --format=text         | could not write ".": it is a folder
            check -o a.json -o a.json         | output file "a.json" is named twice
            check --format=json,html -o a.html | format json would go to "a.html", and html elsewhere
            check --format=html,json -o a.json -o a.html | format html would go to "a.json", and json elsewhere
            rules unused-indx                 | there is no rule "unused-indx"
            rules sequence                    | there is no rule "sequence"
            rules --sort                      | there is no option "--sort"
            """)
    void isRefused(String arguments, String message) {
        Run.of(arguments.split(" +")).failsWith(2, message).within(AT_ONCE);
    }

    @Test
    void isRefusedWithAnIdea() {
        Run.of("check", "--only", "unused-indx").failsWith(2, "").hints("Did you mean \"unused-index\"?");
        Run.of("check", "--only", "indexs").failsWith(2, "").hints("Did you mean \"indexes\"?");
        Run.of("chekc").failsWith(2, "").hints("Did you mean \"check\"?");
        Run.of("rules", "unused-indx").failsWith(2, "").hints("Did you mean \"unused-index\"?");
        Run.of("rules", "sequence-exhausted").failsWith(2, "").hints("Did you mean \"sequence-exhaustion\"?");
        Run.of("rules", "sequence")
                .failsWith(2, "")
                .hints("Did you mean \"lagging-sequence\", or \"sequence-exhaustion\", or \"unlogged-sequence\"?");
        Run.of("check", "--fail-on", "x").failsWith(2, "").hints("\"tickbird check --help\" tells more.");
        Run.of().failsWith(2, "no command was given").hints("\"tickbird --help\" tells more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db/shop              | 2 | target is a JDBC URL
            postgres://db:5432x/shop               | 2 | port
            postgres://db/shop?sslmode=bogus       | 2 | sslmode
            postgres://db/shop?colour=blue         | 2 | colour
            host=db dbname='shop                   | 2 | quote
            some/path                              | 2 | target "some/path" is neither a connection string nor an existing file
            nowhere.tickbird                       | 3 | snapshot file "nowhere.tickbird" does not exist
            service=nowhere                        | 2 | nowhere
            postgres://nobody@no-such-host.invalid/db | 3 | could not translate host name "no-such-host.invalid" to an address
            postgres://nobody@127.0.0.1:1/nothing  | 3 | could not connect to "127.0.0.1" port 1: connection refused
            host=/nowhere dbname=x user=y          | 3 | no such file
            """)
    void isNoTarget(String target, int code, String message) {
        Run.of("check", target).failsWith(code, message).within(Duration.ofSeconds(15));
    }

    @Test
    void neverShowsThePassword() {
        Run run = Run.of("check", "postgres://nobody:s3cret@127.0.0.1:1/x").failsWith(3, "connection refused");
        assertThat(run.err()).doesNotContain("s3cret");
        run = Run.of("check", "postgres://nobody:s3cret@127.0.0.1:1x/x").failsWith(2, "port");
        assertThat(run.err()).doesNotContain("s3cret");
    }

    @Test
    void isADamagedSnapshotFile() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.tickbird"));
        Run.of("check", empty.toString()).failsWith(3, "is empty").within(AT_ONCE);
        Path text = Files.writeString(folder.resolve("text.tickbird"), "select 1;\n");
        Run.of("check", text.toString()).failsWith(3, "is not a snapshot file").within(AT_ONCE);
        Path cut = zipped("cut.tickbird", "{\"tickbird\":\"0.1.0\",\"format\":1,\"facts\":{\"tables\":[{\"oid\"");
        Run.of("check", cut.toString()).failsWith(3, "is damaged: ").within(AT_ONCE);
        Path other = zipped("other.tickbird", "[1,2,3]");
        Run.of("check", other.toString()).failsWith(3, "is damaged: it does not begin with an object");
        Path nothing = zipped("nothing.tickbird", "{\"format\":1,\"takenAt\":\"2026-01-31T09:00:00Z\",\"facts\":{}}");
        Run.of("check", nothing.toString()).failsWith(3, "is damaged: it does not say which server it is of");
        Run.of("diff", nothing.toString(), nothing.toString()).failsWith(3, "is damaged: ");
        Run.of("check", folder.toString()).failsWith(2, "is neither a connection string nor an existing file");
    }

    @Test
    void isASnapshotFileFromTheFuture() throws Exception {
        Path newer = zipped("newer.tickbird", "{\"tickbird\":\"7.0.0\",\"format\":99,\"facts\":{}}");
        Run.of("check", newer.toString())
                .failsWith(3, "has format 99, but Tickbird ")
                .hints("Use Tickbird 7.0.0 or newer, or take the snapshot again with this one.")
                .within(AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"findings\":7}", "null"})
    void isNoBaseline(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("baseline.json"), content);
        Run.of("check", NO_SERVER, "--baseline", file.toString())
                .failsWith(2, "baseline \"" + file + "\" is no report of Tickbird")
                .hints("An earlier \"tickbird check --format json\" writes one.")
                .within(AT_ONCE);
        Run.of("check", NO_SERVER, "--baseline", folder.toString()).failsWith(2, "is a folder");
    }

    @Test
    void losesNoFileOfSomebodyElse() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.html"), "Dear all");
        assertSpared(letter, "it exists and is no report of Tickbird", "check", NO_SERVER, "-o", letter.toString());
        assertSpared(letter, "it exists and is no report of Tickbird", "demo", "-o", letter.toString());
        assertSpared(
                letter,
                "it exists and is no report of Tickbird",
                "twin",
                NO_SERVER,
                "-q",
                "select 1",
                "-o",
                letter.toString());
        assertSpared(letter, "it exists and is no snapshot file", "snapshot", NO_SERVER, "-o", letter.toString());
        Path shop = zipped("shop.tickbird", "{\"tickbird\":\"0.1.0\",\"format\":1,\"facts\":{}}");
        assertSpared(shop, "it is a snapshot file", "check", shop.toString(), "--format=text", "-o", shop.toString());
        assertSpared(
                shop, "it is a snapshot file", "diff", NO_SERVER, NO_SERVER, "--format=json", "-o", shop.toString());
    }

    private static void assertSpared(Path file, String reason, String... arguments) throws Exception {
        byte[] before = Files.readAllBytes(file);
        Run.of(arguments)
                .failsWith(2, "could not write \"" + file + "\": " + reason)
                .hints("Name another file, or remove that one first.")
                .within(AT_ONCE);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void replacesItsOwnFiles() throws Exception {
        Path report = Files.writeString(folder.resolve("report.json"), "{\"tickbird\":\"0.1.0\",\"findings\":[]}");
        Path empty = Files.createFile(folder.resolve("empty.html"));
        Run.of("check", NO_SERVER, "-o", report.toString(), "-o", empty.toString())
                .failsWith(3, "connection refused");
        Path shop = zipped("shop.tickbird", "{\"tickbird\":\"0.1.0\",\"format\":1,\"facts\":{}}");
        Run.of("snapshot", NO_SERVER, "-o", shop.toString()).failsWith(3, "connection refused");
    }

    private Path zipped(String name, String json) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
