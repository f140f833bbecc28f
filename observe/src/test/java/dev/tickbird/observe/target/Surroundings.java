// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.nio.file.Path;
import java.util.Map;

/// Environments for tests: a user `ann` with an empty home.
final class Surroundings {

    private static final Path NOWHERE = Path.of("/nonexistent/home");

    private Surroundings() {}

    static Environment empty() {
        return new Environment(Map.of(), NOWHERE, "ann");
    }

    static Environment with(String name, String value) {
        return new Environment(Map.of(name, value), NOWHERE, "ann");
    }

    static Environment with(Map<String, String> variables) {
        return new Environment(variables, NOWHERE, "ann");
    }

    static Environment at(Path home) {
        return new Environment(Map.of(), home, "ann");
    }
}
