// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    void knowsWhichMajorsThereAre() {
        assertThat(Binaries.availableMajors()).contains(14, 15, 16, 17, 18).isSorted();
    }

    @Test
    void missingArchiveIsOneClearSentence(@TempDir Path archives) throws IOException {
        assertThatThrownBy(() -> Binaries.of(13, archives))
                .hasMessageStartingWith("PostgreSQL 13 is not among the embedded servers")
                .hasMessageEndingWith("Folder \"%s\" has none.", archives);

        Files.createFile(archives.resolve("17.jar"));
        Files.createFile(archives.resolve("9.jar"));
        assertThatThrownBy(() -> Binaries.of(13, archives)).hasMessageEndingWith("has 9, 17.");
    }

    @Test
    void takesInstalledServersToo() {
        var embedded = Binaries.of(16);
        assertThat(Binaries.installed(embedded.folder())).isEqualTo(embedded);
    }

    @Test
    void refusesAFolderWithoutAServer(@TempDir Path empty) {
        assertThatThrownBy(() -> Binaries.installed(empty)).hasMessageContaining("has no program \"postgres\"");
    }

    @Test
    void unpacksLinksAndExecutables() {
        Path server = Binaries.of(17).folder().resolveSibling("lib");
        assertThat(server.resolve("libpq.so")).isSymbolicLink().exists();
        assertThat(Binaries.of(17).folder().resolve("postgres")).isExecutable();
    }
}
