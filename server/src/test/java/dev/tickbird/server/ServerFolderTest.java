// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {

    @Test
    void isWhereTheUserSays(@TempDir Path folder) {
        assertThat(ServerFolder.parent(folder.toString(), false)).isEqualTo(folder);
        assertThat(ServerFolder.parent("", true)).isEqualTo(ServerFolder.parent(null, true));
    }

    @Test
    void isNowhereElseThanTheUserSays(@TempDir Path folder) {
        String gone = folder.resolve("gone").toString();
        assertThatThrownBy(() -> ServerFolder.parent(gone, false))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("temporary folder \"" + gone + "\" does not exist");
    }
}
