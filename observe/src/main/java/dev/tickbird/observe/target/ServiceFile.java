// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connection service file: `[service]` sections of `keyword=value` lines. The user's file comes first; a service
/// that is not in it is looked for in `pg_service.conf` in the folder that `PGSYSCONFDIR` names.
final class ServiceFile {

    private static final Path DEBIAN_FOLDER = Path.of("/etc/postgresql-common");

    private final List<Path> files = new ArrayList<>();

    ServiceFile(Environment environment, Optional<String> named) {
        Optional<String> chosen = named.or(
                () -> environment.variable(Parameter.SERVICEFILE.variable().orElseThrow()));
        files.add(chosen.map(Path::of).orElse(environment.home().resolve(".pg_service.conf")));
        Path folder = environment.variable("PGSYSCONFDIR").map(Path::of).orElse(DEBIAN_FOLDER);
        files.add(folder.resolve("pg_service.conf"));
    }

    /// What the file says of a service.
    Map<Parameter, String> read(String service, Problems problems) {
        List<String> seen = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file, problems);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.equals('[' + service + ']')) {
                    return section(file, lines, i + 1, problems);
                }
                if (line.startsWith("[") && line.endsWith("]")) {
                    seen.add(line.substring(1, line.length() - 1));
                }
            }
        }
        problems.add(
                "definition of service \"" + service + "\" not found in "
                        + String.join(
                                " or ",
                                files.stream().map(file -> "\"" + file + '"').toList()),
                Suggestion.sentence(service, seen));
        return Map.of();
    }

    private static List<String> lines(Path file, Problems problems) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            problems.add("could not read service file \"" + file + "\"");
            return List.of();
        }
    }

    private static Map<Parameter, String> section(Path file, List<String> lines, int first, Problems problems) {
        Map<Parameter, String> values = new EnumMap<>(Parameter.class);
        for (int i = first; i < lines.size() && !lines.get(i).strip().startsWith("["); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            Optional<Parameter> parameter = equals < 0 ? Optional.empty() : Parameter.named(line.substring(0, equals));
            if (parameter.isEmpty() || parameter.get() == Parameter.SERVICE) {
                problems.add(
                        "syntax error in service file \"" + file + "\", line " + (i + 1),
                        "A line is a connection parameter of libpq, \"=\" and a value, without spaces around the"
                                + " \"=\".");
            } else {
                values.putIfAbsent(parameter.get(), line.substring(equals + 1));
            }
        }
        return values;
    }
}
