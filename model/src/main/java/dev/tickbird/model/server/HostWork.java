// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a remedy may ask of a person that only the owner of the host can do: edit a file, restart the server, be
/// superuser. A service, or an operator, has something else in its place, or nothing.
public enum HostWork {
    ACCESS("pg_hba.conf", "\\b(pg_hba|pg_ident)\\b"),
    CONFIGURATION(
            "settings of the server",
            "\\bpostgresql(\\.auto)?\\.conf\\b|\\balter system\\b|\\bpg_reload_conf\\b|\\bssl_cert_file\\b"
                    + "|\\b([Ss]et|[Rr]aise) (?!search_path|vacuum_cost)[a-z]+(_[a-z]+)+\\b"),
    RESTART("a restart", "\\b[Rr]estart(ed)?\\b(?! with)"),
    SUPERUSER("a superuser", "\\b[Aa]s a superuser\\b|\\bsuperuser may\\b"),
    LOG("the server's log", "(?<!and to )\\b[Tt]he (server's )?log\\b"),
    STORAGE("files and disks", "\\bdata folder\\b|\\bpg_wal\\b|\\b(the|a|its) disks?\\b(?! have)"),
    ARCHIVE("the archive", "\\barchive_(command|library|mode)\\b|\\bthe archive\\b"),
    PROGRAMS(
            "programs and packages",
            "\\bpg_upgrade\\b|\\bpg_checksums\\b|\\bpg_rewind\\b|\\bpackages?\\b|\\bcommand that starts\\b");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
    private final Pattern words;

    HostWork(String title, String words) {
        this.title = title;
        this.words = Pattern.compile(words);
    }

    /// What the sentences of a remedy ask for.
    public static List<HostWork> namedIn(String text) {
        String line = text.replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(work -> work.words.matcher(line).find())
                .toList();
    }

    public String title() {
        return title;
    }

    /// How it is done on an edition, or that it cannot be, in full sentences; empty where the server is one's own.
    public String on(Edition edition) {
        return switch (edition) {
            case SELF_HOSTED -> "";
            case CLOUD_NATIVE_PG -> byOperator();
            default -> byService(edition);
        };
    }

    private String byOperator() {
        return switch (this) {
            case ACCESS ->
                "CloudNativePG writes pg_hba.conf itself: lines belong into spec.postgresql.pg_hba of the Cluster"
                        + " resource, those of pg_ident.conf into spec.postgresql.pg_ident.";
            case CONFIGURATION ->
                "Settings belong into " + Edition.CLOUD_NATIVE_PG.placeOfSettings() + ", and are reloaded from there;"
                        + " CloudNativePG overwrites files, and does not let alter system in unless it is told to.";
            case RESTART -> "To restart it: kubectl cnpg restart CLUSTER.";
            case SUPERUSER -> "For a session as a superuser: kubectl cnpg psql CLUSTER.";
            case LOG -> "The server's log is that of its pod: kubectl logs POD.";
            case STORAGE ->
                "Files lie in the volume of each instance, whose size is spec.storage.size of the Cluster resource;"
                        + " pg_wal has a volume of its own with spec.walStorage.";
            case ARCHIVE ->
                "CloudNativePG sets archive_command itself, which does what the backup of the Cluster resource says.";
            case PROGRAMS ->
                "Programs and libraries come with the image, spec.imageName of the Cluster resource, by which it is"
                        + " upgraded too.";
        };
    }

    private String byService(Edition edition) {
        String service = edition.displayName();
        return switch (this) {
            case ACCESS -> "On " + service + " nobody edits pg_hba.conf: " + admission(edition) + '.';
            case CONFIGURATION ->
                "On " + service + " settings are changed in " + edition.placeOfSettings() + ", and are reloaded by it;"
                        + " what it does not offer, by alter database or alter role, if at all.";
            case RESTART -> restart(edition);
            case SUPERUSER -> superuser(edition);
            case LOG -> "On " + service + " the server's log is found " + log(edition) + '.';
            case STORAGE ->
                "On " + service + " files and disks are the service's: "
                        + (growsByItself(edition)
                                ? "its storage grows by itself, and is paid for."
                                : "what you choose is the size of the storage.");
            case ARCHIVE -> "On " + service + " archiving is the service's: if it fails, tell its support.";
            case PROGRAMS ->
                "On " + service + " nobody reaches programs or packages: the service upgrades when you ask it to, and"
                        + " offers the extensions that it has.";
        };
    }

    private static String admission(Edition edition) {
        return switch (edition) {
            case AURORA, RDS ->
                "security groups say who may connect; rds.force_ssl and rds.accepted_password_auth_method, in "
                        + edition.placeOfSettings() + ", say how";
            case ALLOYDB, CLOUD_SQL -> "authorized networks say who may connect, and the SSL mode of the instance how";
            case AZURE ->
                "firewall rules and the virtual network say who may connect, and require_secure_transport, in "
                        + edition.placeOfSettings() + ", how";
            case SUPABASE -> "network restrictions and SSL enforcement, in the dashboard, say who may connect and how";
            case NEON -> "IP Allow, in the project's settings, says who may connect, always with TLS";
            case HEROKU -> "who has a credential may connect, and its rotation shuts him out";
            case CRUNCHY_BRIDGE -> "the firewall rules of the cluster say who may connect";
            case DIGITAL_OCEAN -> "the trusted sources of the cluster say who may connect";
            case AIVEN -> "the allowed IP addresses of the service (ip_filter) say who may connect";
            case TIGER_CLOUD, CLOUD_NATIVE_PG, SELF_HOSTED -> "the console says who may connect";
        };
    }

    private static String restart(Edition edition) {
        String service = edition.displayName();
        return switch (edition) {
            case AURORA, RDS -> "On " + service + " to restart is to reboot the instance, in the console.";
            case AZURE -> "On " + service + " the portal restarts the server.";
            case SUPABASE -> "On Supabase the general settings of the project restart it.";
            case NEON -> "On Neon the console restarts the compute.";
            case HEROKU, DIGITAL_OCEAN, AIVEN ->
                service + " restarts the server itself when a setting asks for it; else ask its support.";
            case ALLOYDB, CLOUD_SQL, CRUNCHY_BRIDGE, TIGER_CLOUD, CLOUD_NATIVE_PG, SELF_HOSTED ->
                "On " + service + " the console restarts the instance.";
        };
    }

    private static String superuser(Edition edition) {
        String service = edition.displayName();
        String standIn = switch (edition) {
            case AURORA, RDS -> "rds_superuser";
            case ALLOYDB -> "alloydbsuperuser";
            case CLOUD_SQL -> "cloudsqlsuperuser";
            case AZURE -> "azure_pg_admin";
            case NEON -> "neon_superuser";
            case SUPABASE -> "postgres";
            case DIGITAL_OCEAN -> "doadmin";
            case AIVEN -> "avnadmin";
            case TIGER_CLOUD -> "tsdbadmin";
            case HEROKU, CRUNCHY_BRIDGE, CLOUD_NATIVE_PG, SELF_HOSTED -> "";
        };
        if (edition == Edition.CRUNCHY_BRIDGE) {
            return "On " + service + " role postgres is superuser.";
        }
        return standIn.isEmpty()
                ? "On " + service + " nobody but the service is superuser: what needs it, its support does."
                : "On " + service + " nobody but the service is superuser: role " + standIn
                        + " may do most of it, its support the rest.";
    }

    private static String log(Edition edition) {
        return switch (edition) {
            case AURORA, RDS -> "in the console under Logs & events, or in CloudWatch";
            case ALLOYDB, CLOUD_SQL -> "in Cloud Logging";
            case AZURE -> "under Server logs, or in Azure Monitor";
            case HEROKU -> "by \"heroku logs --ps postgres\"";
            case NEON -> "where the project exports its logs to, if it does";
            case SUPABASE, CRUNCHY_BRIDGE, DIGITAL_OCEAN, AIVEN, TIGER_CLOUD, CLOUD_NATIVE_PG, SELF_HOSTED ->
                "in the dashboard, under Logs";
        };
    }

    private static boolean growsByItself(Edition edition) {
        return edition == Edition.AURORA || edition == Edition.ALLOYDB || edition == Edition.NEON;
    }
}
