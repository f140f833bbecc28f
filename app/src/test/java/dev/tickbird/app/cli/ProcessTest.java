// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own, whose stdout cannot be written.
@Timeout(120)
class ProcessTest {

    @TempDir
    private Path folder;

    @Test
    void saysThatStdoutIsFull() throws Exception {
        Process program = new ProcessBuilder(command("rules"))
                .redirectOutput(new File("/dev/full"))
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("err")).hasContent("tickbird: error: could not write everything to stdout");
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
