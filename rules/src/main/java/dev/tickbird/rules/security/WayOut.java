// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.roles.Privilege;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How somebody gets out of the database, to the files and programs of the server's account.
///
/// @param writes whether he writes or runs something there, and does not only read
/// @param what goes on after "it"
record WayOut(boolean writes, String what) {

    static final WayOut BY_CREATING_ROLES = new WayOut(
            true,
            "may make itself a member of pg_execute_server_program, for before PostgreSQL 16 CREATEROLE reaches every role"
                    + " that is no superuser");

    private static final Map<String, WayOut> GROUPS = new TreeMap<>(Map.of(
            "pg_execute_server_program",
            new WayOut(true, "runs programs as the server's account (member of pg_execute_server_program)"),
            "pg_read_server_files",
            new WayOut(false, "reads the server's files (member of pg_read_server_files)"),
            "pg_write_server_files",
            new WayOut(true, "writes the server's files (member of pg_write_server_files)")));

    /// Which programs, libraries and files the server uses.
    private static final Set<String> PARAMETERS = Set.of(
            "archive_cleanup_command",
            "archive_command",
            "archive_library",
            "dynamic_library_path",
            "extension_control_path",
            "local_preload_libraries",
            "log_directory",
            "log_filename",
            "recovery_end_command",
            "restore_command",
            "session_preload_libraries",
            "shared_preload_libraries",
            "ssl_passphrase_command");

    private static final Set<String> WRITERS = Set.of("lo_export", "pg_file_rename", "pg_file_write");

    private static final Set<String> READERS = Set.of("lo_import", "pg_read_binary_file", "pg_read_file");

    static List<WayOut> ofGroups(Set<String> roles) {
        return GROUPS.entrySet().stream()
                .filter(group -> roles.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Empty if what is granted does not lead there.
    static Optional<WayOut> of(Privilege privilege) {
        String name = privilege.name();
        if (privilege.kind() == Privilege.Kind.PARAMETER) {
            return PARAMETERS.contains(name)
                    ? Optional.of(
                            new WayOut(true, "sets " + name + ", by which the server runs or writes what it is told"))
                    : Optional.empty();
        }
        if (privilege.kind() != Privilege.Kind.FUNCTION || !"pg_catalog".equals(privilege.schema())) {
            return Optional.empty();
        }
        if (WRITERS.contains(name)) {
            return Optional.of(new WayOut(true, "writes the server's files by " + name));
        }
        return READERS.contains(name)
                ? Optional.of(new WayOut(false, "reads the server's files by " + name))
                : Optional.empty();
    }
}
