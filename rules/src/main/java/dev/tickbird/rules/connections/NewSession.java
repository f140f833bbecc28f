// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a role would get if it connected to this database now.
final class NewSession {

    private NewSession() {}

    /// Whether a timeout would end something. Where that cannot be known, it counts as set.
    static boolean has(String timeout, Role role, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        Optional<SettingOverride> nearest = snapshot.all(SettingOverride.class).stream()
                .filter(override -> override.name().equals(timeout))
                .filter(override -> isNullOr(override.role(), role.name()) && isNullOr(override.database(), database))
                .max(Comparator.comparingInt((SettingOverride override) -> override.role() == null ? 0 : 2)
                        .thenComparingInt(override -> override.database() == null ? 0 : 1));
        return nearest.map(override -> !isZero(override.value())).orElseGet(() -> isSetForAll(timeout, snapshot));
    }

    /// Who has set timeouts to zero on purpose, such as `Database "shop" sets lock_timeout to 0`.
    ///
    /// @param missing the roles that lack a timeout, by the timeout
    static List<String> unbound(Map<String, List<String>> missing, Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        return snapshot.all(SettingOverride.class).stream()
                .filter(override -> isNullOr(override.database(), database) && isZero(override.value()))
                .filter(override -> missing.containsKey(override.name()))
                .filter(override -> override.role() == null
                        || missing.getOrDefault(override.name(), List.of()).contains(override.role()))
                .map(override -> (override.role() == null
                                ? override.database() == null ? "All roles" : "Database \"" + database + '"'
                                : "Role \"" + override.role() + '"'
                                        + (override.database() == null ? "" : " in database \"" + database + '"'))
                        + (override.role() == null && override.database() == null ? " set " : " sets ")
                        + override.name() + " to " + override.value())
                .toList();
    }

    /// The server's own value, which an override for the examining role hides.
    private static boolean isSetForAll(String timeout, Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        boolean hidden = snapshot.all(SettingOverride.class).stream()
                .filter(override -> override.name().equals(timeout))
                .anyMatch(override ->
                        isNullOr(override.role(), server.role()) && isNullOr(override.database(), server.database()));
        return hidden
                || Settings.of(snapshot)
                        .named(timeout)
                        .map(Setting::resetValue)
                        .filter(value -> !isZero(value))
                        .isPresent();
    }

    private static boolean isNullOr(@Nullable String scope, String name) {
        return scope == null || scope.equals(name);
    }

    /// `0`, `0ms`, `0 s`: for ever.
    private static boolean isZero(String value) {
        return value.matches("0+(\\.0*)?\\s*[a-z]*");
    }
}
