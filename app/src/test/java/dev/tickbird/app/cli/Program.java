// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, with a folder that takes what it says and its temporary files.
record Program(Process process, Path folder) {

    /// Ended by Ctrl-C, it must be gone in two seconds; a busy machine may take longer.
    private static final Duration SOON = Duration.ofSeconds(5);

    static Program start(Path folder, String... arguments) throws IOException {
        Files.createDirectory(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT")); // background shells ignore it
        command.addAll(command(folder.resolve("tmp")));
        command.addAll(List.of(arguments));
        return new Program(
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start(),
                folder);
    }

    /// Java and what it needs to know, up to the program's own arguments.
    static List<String> command(Path temporary) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-Dtickbird.progress=true",
                "-Dtickbird.servers=" + System.getProperty("tickbird.servers"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName());
    }

    void awaitSaying(String words) throws Exception {
        while (!err().contains(words)) {
            assertThat(process.isAlive()).as(err()).isTrue();
            Thread.sleep(10);
        }
    }

    /// What Ctrl-C does.
    Program interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        return this;
    }

    /// It ended at once, said nothing about it and left no temporary file.
    void isGone() throws Exception {
        boolean ended = process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended soon").isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(err()).doesNotContain("error").doesNotContain("Exception");
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
