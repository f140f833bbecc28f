// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a command says, as somebody has read and approved it. With `-Dtickbird.accept=true` what is said
/// becomes what is approved.
final class Approval {

    private Approval() {}

    static void compare(Path approved, String said) throws IOException {
        if (Boolean.getBoolean("tickbird.accept")) {
            Files.writeString(approved, said);
        }
        assertThat(approved).as("./dev accept would approve:%n%s", said).exists();
        assertThat(said).isEqualTo(Files.readString(approved));
    }
}
