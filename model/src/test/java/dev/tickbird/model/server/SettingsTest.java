// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Setting DATE_STYLE = new Setting(
            "DateStyle",
            "ISO, MDY",
            null,
            "Client Connection Defaults",
            "string",
            "user",
            "default",
            null,
            null,
            null,
            null,
            null,
            null,
            false);

    @Test
    void areFoundHoweverTheyAreWritten() {
        Settings settings =
                Settings.of(new Snapshot(Instant.EPOCH, Map.of(Setting.class, List.of(DATE_STYLE)), List.of()));
        assertThat(settings.value("datestyle")).contains("ISO, MDY");
        assertThat(settings.named("work_mem")).isEmpty();
    }
}
