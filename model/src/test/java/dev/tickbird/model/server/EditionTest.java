// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

    @ParameterizedTest
    @CsvSource({
        "AURORA, function, aurora_version",
        "RDS, setting, rds.",
        "RDS, database, rdsadmin",
        "RDS, role, rds_superuser",
        "ALLOYDB, setting, alloydb.",
        "ALLOYDB, role, alloydbsuperuser",
        "CLOUD_SQL, setting, cloudsql.",
        "CLOUD_SQL, role, cloudsqlsuperuser",
        "AZURE, setting, azure.",
        "AZURE, role, azure_pg_admin",
        "AZURE, database, azure_maintenance",
        "SUPABASE, setting, supautils.",
        "SUPABASE, role, supabase_admin",
        "NEON, setting, neon.",
        "NEON, role, neon_superuser",
        "HEROKU, schema, heroku_ext",
        "CRUNCHY_BRIDGE, role, crunchy_pooler",
        "DIGITAL_OCEAN, role, doadmin",
        "AIVEN, role, avnadmin",
        "TIGER_CLOUD, role, tsdbadmin",
        "CLOUD_NATIVE_PG, setting, cnpg.",
        "CLOUD_NATIVE_PG, role, streaming_replica",
    })
    void knowsAnEditionByItsMark(Edition edition, String kind, String name) {
        assertThat(Edition.of(List.of(new EditionEvidence(kind, name, "")))).isEqualTo(edition);
    }

    @ParameterizedTest
    @CsvSource({"RDS, data_directory, /rdsdbdata", "CLOUD_NATIVE_PG, archive_command, /controller"})
    void knowsAnEditionByItsPaths(Edition edition, String setting, String path) {
        assertThat(Edition.of(List.of(new EditionEvidence("path", setting, path))))
                .isEqualTo(edition);
    }

    @Test
    void takesAuroraForAuroraThoughItBearsTheMarksOfRds() {
        assertThat(Edition.of(Stream.of("setting rds.", "role rds_superuser", "function aurora_version")
                        .map(mark -> mark.split(" "))
                        .map(mark -> new EditionEvidence(mark[0], mark[1], ""))
                        .toList()))
                .isEqualTo(Edition.AURORA);
    }

    @Test
    void isSelfHostedWithoutEvidence() {
        assertThat(Edition.of(List.of())).isEqualTo(Edition.SELF_HOSTED);
        assertThat(Edition.of(List.of(new EditionEvidence("schema", "auth", ""))))
                .isEqualTo(Edition.SELF_HOSTED);
    }

    @Test
    void doesNotBelieveRestoredRolesWhereItIsSuperuser() {
        EditionEvidence role = new EditionEvidence("role", "rds_superuser", "");
        assertThat(Edition.of(snapshot(true, role))).isEqualTo(Edition.SELF_HOSTED);
        assertThat(Edition.of(snapshot(false, role))).isEqualTo(Edition.RDS);
        assertThat(Edition.of(snapshot(true, new EditionEvidence("setting", "cnpg.", ""))))
                .isEqualTo(Edition.CLOUD_NATIVE_PG);
    }

    private static Snapshot snapshot(boolean superuser, EditionEvidence evidence) {
        Instant now = Instant.EPOCH;
        Server server = new Server(
                180_006, "18.6", "shop", "ann", superuser, superuser, false, now, now, now, null, null, 1, 8192, null);
        return new Snapshot(
                now, Map.of(Server.class, List.of(server), EditionEvidence.class, List.of(evidence)), List.of());
    }
}
