// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceWayTest {

    private static final Remedy EDITS_A_FILE =
            new Remedy.Advice("Put a line into pg_hba.conf, and restart the server at a quiet time.");

    @Test
    void saysNothingWhereTheServerIsOnesOwn() {
        assertThat(ServiceWay.of(EDITS_A_FILE, "self-hosted")).isEmpty();
        assertThat(ServiceWay.of(EDITS_A_FILE, "edition not known")).isEmpty();
    }

    @Test
    void saysOnAServiceHowItIsDone() {
        assertThat(ServiceWay.of(EDITS_A_FILE, "Amazon RDS"))
                .containsExactly(
                        "On Amazon RDS nobody edits pg_hba.conf: security groups say who may connect; rds.force_ssl and"
                                + " rds.accepted_password_auth_method, in the parameter group of the instance, say how.",
                        "On Amazon RDS to restart is to reboot the instance, in the console.");
        assertThat(ServiceWay.of(EDITS_A_FILE, "CloudNativePG"))
                .anyMatch(sentence -> sentence.contains("spec.postgresql.pg_hba"))
                .anyMatch(sentence -> sentence.contains("kubectl cnpg restart"));
    }

    @Test
    void saysHowASettingThatNeedsARestartComesIntoForce() {
        Remedy setting = new Remedy.Setting("max_connections", "200", null, true, true, null);
        assertThat(ServiceWay.of(setting, "Azure Database for PostgreSQL"))
                .containsExactly("On Azure Database for PostgreSQL the portal restarts the server.");
        assertThat(ServiceWay.of(new Remedy.Setting("work_mem", "64MB", null, true, false, null), "Neon"))
                .isEmpty();
    }

    @Test
    void isPartOfThePrescription() {
        Prescription prescription = Prescription.of(EDITS_A_FILE, "Neon");
        assertThat(prescription.cure().sentences()).hasSize(1);
        assertThat(prescription.service()).hasSize(2).allMatch(sentence -> sentence.contains("Neon"));
        assertThat(Prescription.of(new Remedy.Advice("Drop it."), "Neon").service())
                .isEqualTo(List.of());
    }
}
