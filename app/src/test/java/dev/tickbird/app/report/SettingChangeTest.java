// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingChangeTest {

    @Test
    void isSqlWhereTheUserOwnsTheServer() {
        SettingChange change = change("work_mem", "64MB", "4MB", false, "self-hosted");
        assertThat(sql(change.steps()))
                .containsExactly("alter system set work_mem = '64MB'", "select pg_reload_conf()");
        assertThat(sql(change.rollback()))
                .containsExactly("alter system set work_mem = '4MB'", "select pg_reload_conf()");
        assertThat(change.instruction()).isEmpty();
    }

    @Test
    void letsAFileSpeakAgain() {
        Remedy.Setting fromAFile = new Remedy.Setting("work_mem", "64MB", "4MB", false, false, null);
        assertThat(sql(SettingChange.of(fromAFile, "self-hosted").rollback()))
                .containsExactly("alter system reset work_mem", "select pg_reload_conf()");
    }

    @Test
    void forgetsWhatWasNotSetBefore() {
        assertThat(sql(change("work_mem", "64MB", null, false, "self-hosted").rollback()))
                .containsExactly("alter system reset work_mem", "select pg_reload_conf()");
    }

    @Test
    void doesNotReloadWhatNeedsARestart() {
        assertThat(sql(change("shared_buffers", "8GB", null, true, "self-hosted")
                        .steps()))
                .containsExactly("alter system set shared_buffers = '8GB'");
    }

    @Test
    void isAnInstructionWhereAServiceRunsTheServer() {
        SettingChange change = change("work_mem", "64MB", null, false, "Google Cloud SQL");
        assertThat(change.instruction()).isEqualTo("Set work_mem to 64MB in the database flags of the instance.");
        assertThat(change.steps()).isEmpty();
        assertThat(change("work_mem", "64MB", null, false, "Supabase").instruction())
                .isEqualTo("Set work_mem to 64MB in the dashboard of Supabase.");
    }

    private static SettingChange change(
            String name, String value, @Nullable String formerly, boolean restart, String edition) {
        return SettingChange.of(new Remedy.Setting(name, value, formerly, true, restart, null), edition);
    }

    private static List<String> sql(List<Step> steps) {
        return steps.stream().map(step -> step.sql().text()).toList();
    }
}
