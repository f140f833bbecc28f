// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whole outputs as somebody has read and approved them. With `-Dtickbird.accept=true` what is said becomes
/// what is approved.
final class Approved {

    private static final boolean ACCEPT = Boolean.getBoolean("tickbird.accept");
    private static final Path FOLDER =
            Path.of(System.getProperty("tickbird.root"), "app/src/test/resources/dev/tickbird/app/report");

    private Approved() {}

    static void compare(String file, String said) throws IOException {
        Path approved = FOLDER.resolve(file);
        if (ACCEPT) {
            Files.createDirectories(FOLDER);
            Files.writeString(approved, said);
        }
        assertThat(approved).as("./dev accept would approve:%n%s", said).exists();
        assertThat(said).isEqualTo(Files.readString(approved));
    }

    static String rendered(Renderer renderer, Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        renderer.render(report, out);
        return out.toString();
    }
}
