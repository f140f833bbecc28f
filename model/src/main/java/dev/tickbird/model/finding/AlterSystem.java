// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import dev.tickbird.model.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes how a setting of the whole server is changed.
public final class AlterSystem {

    /// Lists of names: one literal for the whole list would be taken for one name, and the server would not start.
    private static final Set<String> NAME_LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private AlterSystem() {}

    /// @param value null takes it back; so does an empty list, which as a literal would be a list of one nameless entry
    public static Sql of(String setting, @Nullable String value) {
        boolean list = NAME_LISTS.contains(setting);
        if (value == null || list && value.isBlank()) {
            return Sql.format("alter system reset %I", written(setting));
        }
        List<String> values = list ? Arrays.asList(value.split("\\s*,\\s*")) : List.of(value);
        String literals = values.stream()
                .map(each -> Sql.format("%L", each).text().strip())
                .collect(Collectors.joining(", "));
        return Sql.format("alter system set %I = %s", written(setting), literals);
    }

    /// An extension's setting is written like a qualified name: `auto_explain.log_timing`.
    private static Object written(String setting) {
        String[] parts = setting.split("\\.", 2);
        return parts.length == 2 ? new QualifiedName(parts[0], parts[1]) : setting;
    }
}
