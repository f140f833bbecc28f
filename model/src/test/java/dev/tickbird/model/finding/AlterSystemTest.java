// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlterSystemTest {

    @Test
    void writesEachNameOfAListAlone() {
        assertThat(AlterSystem.of("shared_preload_libraries", "auto_explain, pg_stat_statements"))
                .hasToString("alter system set shared_preload_libraries = 'auto_explain', 'pg_stat_statements'");
    }

    @Test
    void writesAnyOtherValueAsOne() {
        assertThat(AlterSystem.of("synchronous_standby_names", "one, two"))
                .hasToString("alter system set synchronous_standby_names = 'one, two'");
        assertThat(AlterSystem.of("auto_explain.log_timing", "off"))
                .hasToString("alter system set auto_explain.log_timing = 'off'");
    }

    @Test
    void takesBackWhatHasNoValue() {
        assertThat(AlterSystem.of("work_mem", null)).hasToString("alter system reset work_mem");
        assertThat(AlterSystem.of("shared_preload_libraries", ""))
                .hasToString("alter system reset shared_preload_libraries");
    }
}
