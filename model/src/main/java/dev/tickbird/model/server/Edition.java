// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Snapshot;
import java.util.Arrays;
import java.util.List;

/// Who runs the server, and so what may be changed how: on a managed service settings are changed in its console, and
/// only Crunchy Bridge lets its customers be superuser. The first edition that one of its marks speaks for is the one;
/// Aurora before RDS, for it bears the marks of both.
public enum Edition {
    AURORA("Amazon Aurora", true, "function aurora_version"),
    RDS(
            "Amazon RDS",
            true,
            "setting rds.",
            "database rdsadmin",
            "role rdsadmin",
            "role rds_superuser",
            "path /rdsdbdata"),
    ALLOYDB("Google AlloyDB", true, "setting alloydb.", "database alloydbadmin", "role alloydbsuperuser"),
    CLOUD_SQL("Google Cloud SQL", true, "setting cloudsql.", "database cloudsqladmin", "role cloudsqlsuperuser"),
    AZURE(
            "Azure Database for PostgreSQL",
            true,
            "setting azure.",
            "database azure_maintenance",
            "database azure_sys",
            "role azure_pg_admin",
            "path /datadrive"),
    SUPABASE("Supabase", true, "setting supautils.", "role supabase_admin", "extension supabase_vault"),
    NEON("Neon", true, "setting neon.", "role neon_superuser"),
    HEROKU("Heroku Postgres", true, "schema heroku_ext", "schema _heroku"),
    CRUNCHY_BRIDGE("Crunchy Bridge", true, "extension crunchy_pooler", "role crunchy_pooler"),
    DIGITAL_OCEAN("DigitalOcean Managed PostgreSQL", true, "role doadmin"),
    AIVEN("Aiven for PostgreSQL", true, "role avnadmin", "extension aiven_extras"),
    TIGER_CLOUD("Tiger Cloud", true, "role tsdbadmin"),
    CLOUD_NATIVE_PG("CloudNativePG", false, "setting cnpg.", "role streaming_replica", "path /controller"),
    SELF_HOSTED("self-hosted", false);

    private final String displayName;
    private final boolean managed;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> marks;

    Edition(String displayName, boolean managed, String... marks) {
        this.displayName = displayName;
        this.managed = managed;
        this.marks = List.of(marks);
    }

    /// The edition of the server that a snapshot shows. Who is superuser is not on a managed service, whatever roles a
    /// restored dump has brought.
    public static Edition of(Snapshot snapshot) {
        Edition edition = of(snapshot.all(EditionEvidence.class));
        return edition.managed && snapshot.the(Server.class).superuser() && edition != CRUNCHY_BRIDGE
                ? SELF_HOSTED
                : edition;
    }

    /// The edition that the evidence speaks for.
    public static Edition of(List<EditionEvidence> evidence) {
        return Arrays.stream(values())
                .filter(edition -> evidence.stream().anyMatch(edition::bears))
                .findFirst()
                .orElse(SELF_HOSTED);
    }

    public String displayName() {
        return displayName;
    }

    /// Whether a service runs it: no files, settings through its console.
    public boolean managed() {
        return managed;
    }

    /// Where settings are changed, in words; empty where `alter system` changes them.
    public String placeOfSettings() {
        return switch (this) {
            case SELF_HOSTED -> "";
            case AURORA -> "the parameter group of the cluster";
            case RDS -> "the parameter group of the instance";
            case AZURE -> "the server parameters";
            case ALLOYDB, CLOUD_SQL -> "the database flags of the instance";
            case CLOUD_NATIVE_PG -> "spec.postgresql.parameters of the Cluster resource";
            case SUPABASE, NEON, HEROKU, CRUNCHY_BRIDGE, DIGITAL_OCEAN, AIVEN, TIGER_CLOUD ->
                "the dashboard of " + displayName;
        };
    }

    private boolean bears(EditionEvidence evidence) {
        String mark = evidence.kind() + ' ' + (evidence.kind().equals("path") ? evidence.value() : evidence.name());
        return marks.contains(mark);
    }
}
