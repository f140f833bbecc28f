// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What surrounds a command: environment variables, home folder, the operating system's name of the user.
public record Environment(Map<String, String> variables, Path home, String user) {

    private static final Path DEBIAN_SOCKETS = Path.of("/var/run/postgresql");

    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        Map<String, String> variables = System.getenv();
        Path home = Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")));
        return new Environment(variables, home, System.getProperty("user.name"));
    }

    /// A variable's value; an empty variable counts as none.
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// Where libpq looks for the server if nobody says where.
    static String socketFolder() {
        return Files.isDirectory(DEBIAN_SOCKETS) ? DEBIAN_SOCKETS.toString() : "/tmp";
    }

    /// Never the variables: one of them may be a password.
    @Override
    public String toString() {
        return "environment of " + user;
    }
}
