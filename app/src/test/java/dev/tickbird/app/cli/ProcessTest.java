// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.testkit.Servers;
import dev.tickbird.testkit.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as a process of its own, whose stdout cannot be written.
@Timeout(120)
class ProcessTest {

    @TempDir
    private Path folder;

    /// The reader of the pipe is closed before the program says its first word.
    @ParameterizedTest
    @ValueSource(strings = {"rules", "--help"})
    void endsSilentlyWhenItsReaderLeaves(String command) throws Exception {
        endsSilently(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html"})
    void endsSilentlyWhenTheReaderOfAReportLeaves(String format) throws Exception {
        try (TestDatabase database = TestDatabase.on(Servers.shared(18))) {
            endsSilently("check", database.uri(), "--format", format);
            endsSilently("check", database.uri(), "--format", format, "-o", "/dev/stdout");
        }
    }

    private void endsSilently(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(Program.command(folder));
        words.addAll(List.of(arguments));
        Process program = new ProcessBuilder(words)
                .redirectError(folder.resolve("err").toFile())
                .start();
        program.getInputStream().close();
        assertThat(program.waitFor()).isEqualTo(141);
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    @Test
    void saysThatStdoutIsFull() throws Exception {
        List<String> command = new ArrayList<>(Program.command(folder));
        command.add("rules");
        Process program = new ProcessBuilder(command)
                .redirectOutput(new File("/dev/full"))
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err")).hasContent("tickbird: error: could not write everything to stdout");
    }
}
