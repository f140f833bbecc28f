// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.SettingOverride;
import dev.tickbird.model.server.Settings;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where names without a schema are looked for.
final class SearchPath {

    private SearchPath() {}

    /// The schemas on the search path of some role in this database, unless a session says otherwise; `public` always.
    static Set<String> schemas(Snapshot snapshot) {
        String database = snapshot.the(Server.class).database();
        Stream<String> session = Settings.of(snapshot).named("search_path").stream()
                .map(setting -> Objects.requireNonNullElse(setting.resetValue(), setting.value()));
        Stream<String> overrides = snapshot.all(SettingOverride.class).stream()
                .filter(it -> it.name().equals("search_path"))
                .filter(it -> it.database() == null || it.database().equals(database))
                .map(SettingOverride::value);
        Set<String> schemas = Stream.concat(session, overrides)
                .flatMap(path -> Arrays.stream(path.split(",")))
                .map(schema -> schema.strip().replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .collect(Collectors.toCollection(TreeSet::new));
        schemas.add("public");
        return schemas;
    }
}
