// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepTest {
    private static final ServerOptions OPTIONS = ServerOptions.of(17);

    @Test
    void sweepsWhatAKilledRunLeft() throws IOException {
        Process program = runAnother();
        Path folder = Path.of(program.inputReader().readLine());
        var postmaster = postmaster(folder);
        program.destroyForcibly().onExit().join();
        assertThat(postmaster.isRunning()).isTrue();

        try (var server = EmbeddedServer.start(OPTIONS)) {
            assertThat(postmaster.isRunning()).isFalse();
            assertThat(folder).doesNotExist();
            assertThat(server.dataFolder()).exists();
        }
    }

    @Test
    void leavesRunningProgramsAlone() throws IOException {
        try (var own = EmbeddedServer.start(OPTIONS)) {
            Process program = runAnother();
            Path folder = Path.of(program.inputReader().readLine());
            try (var another = EmbeddedServer.start(OPTIONS)) {
                assertThat(postmaster(folder).isRunning()).isTrue();
                assertThat(postmaster(own.socketFolder()).isRunning()).isTrue();
                assertThat(postmaster(another.socketFolder()).isRunning()).isTrue();
            }
            program.outputWriter().close(); // lets it end in good order
            program.onExit().join();
            assertThat(folder).doesNotExist();
        }
    }

    private static Process runAnother() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtickbird.servers=" + System.getProperty("tickbird.servers"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Postmaster postmaster(Path folder) {
        var data = new DataFolder(folder.resolve("data"), OPTIONS.binaries(), OrdinaryUser.find());
        return new Postmaster(data, folder.resolve("log"));
    }
}
