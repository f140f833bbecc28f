// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A setting as this session sees it, with where its value comes from.
///
/// @param value in the setting's own unit, as `pg_settings` shows it
/// @param source `default`, `configuration file`, `command line`, `database`, `user`, …
/// @param context what it takes to change it: `postmaster` is a restart, `sighup` a reload, …
public record Setting(
        String name,
        String value,
        @Nullable String unit,
        String category,
        String type,
        String context,
        String source,
        @Nullable String minimum,
        @Nullable String maximum,
        @Nullable String bootValue,
        @Nullable String resetValue,
        @Nullable String sourceFile,
        @Nullable Integer sourceLine,
        boolean pendingRestart)
        implements Fact {

    private static final Set<String> CONFIDENTIAL = Set.of(
            "config_file",
            "data_directory",
            "dynamic_library_path",
            "extension_control_path",
            "extension_destdir",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "jit_provider",
            "krb_server_keyfile",
            "log_directory",
            "log_filename",
            "oauth_validator_libraries",
            "output_plugin_libraries",
            "primary_conninfo",
            "session_preload_libraries",
            "shared_preload_libraries",
            "ssl_ciphers",
            "ssl_dh_params_file",
            "ssl_ecdh_curve",
            "ssl_groups",
            "ssl_max_protocol_version",
            "ssl_min_protocol_version",
            "ssl_passphrase_command",
            "ssl_tls13_ciphers",
            "stats_temp_directory",
            "unix_socket_directories");

    /// Whether PostgreSQL shows a setting of this name to superusers and members of pg_read_all_settings only. From
    /// others it hides even that there is one.
    public static boolean isConfidential(String name) {
        return CONFIDENTIAL.contains(name);
    }

    public boolean isDefault() {
        return source.equals("default");
    }

    public boolean needsRestart() {
        return context.equals("postmaster");
    }
}
