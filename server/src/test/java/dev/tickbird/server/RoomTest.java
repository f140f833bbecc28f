// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

    @Test
    @EnabledOnOs(OS.LINUX) // where a file system without a free block is always at hand
    void saysWhereNoSpaceIsLeft() {
        assertThat(new Room(Path.of("/proc")).instead())
                .hasValueSatisfying(full -> assertThat(full)
                        .hasMessage("no space is left for a server in \"/proc\"" + System.lineSeparator()
                                + "HINT:  Free some there, or name another folder: TMPDIR=/var/tmp tickbird ..."));
    }

    @Test
    void saysNothingWhereThereIsSome(@TempDir Path folder) {
        assertThat(new Room(folder).instead()).isEmpty();
    }

    @Test
    void saysNothingOfAFolderThatIsGone(@TempDir Path folder) {
        assertThat(new Room(folder.resolve("gone")).instead()).isEmpty();
    }
}
