// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.model.TickbirdException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An earlier report in JSON, of which only the findings' identities count.
final class Baseline {

    /// Names no file: one that exists would be suggested as a place to write to.
    private static final String HINT = "An earlier \"tickbird check --format json\" writes one.";

    private Baseline() {}

    /// The identities in a report file; none without a file.
    static Set<String> identities(@Nullable Path file) {
        if (file == null) {
            return Set.of();
        }
        if (Files.isDirectory(file)) {
            throw TickbirdException.usage("baseline \"" + file + "\" is a folder", null);
        }
        if (!Files.isReadable(file)) {
            throw TickbirdException.usage("baseline \"" + file + "\" does not exist or cannot be read", HINT);
        }
        try {
            JsonNode report = JsonMapper.shared().readTree(file);
            if (!report.path("findings").isArray()) {
                throw notAReport(file, null);
            }
            Set<String> identities = new HashSet<>();
            report.path("findings")
                    .forEach(finding -> identities.add(finding.path("identity").asString("")));
            return identities;
        } catch (JacksonException e) {
            throw notAReport(file, e);
        }
    }

    private static TickbirdException notAReport(Path file, @Nullable Exception cause) {
        return TickbirdException.usage(
                "baseline \"" + file + "\" is no report of Tickbird" + (cause == null ? "" : ": it is not JSON"), HINT);
    }
}
