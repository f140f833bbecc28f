// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.TickbirdException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A database on a server that can be reached, or on the first of several servers that answers.
public final class LiveTarget implements Target {

    private final List<Endpoint> endpoints;
    private final Parameters parameters;
    private final String role;
    private final String database;
    private final Encryption encryption;
    private final Optional<PasswordFile> passwordFile;
    private final List<String> warnings = new ArrayList<>();

    private LiveTarget(Parameters parameters, Environment environment, Problems problems) {
        this.parameters = parameters;
        endpoints = Endpoint.of(parameters, problems);
        role = parameters.get(Parameter.USER, environment.user());
        database = parameters.get(Parameter.DBNAME, role);
        encryption = Encryption.of(parameters, environment, endpoints, problems);
        passwordFile = parameters.get(Parameter.PASSWORD).isPresent()
                ? Optional.empty()
                : Optional.of(PasswordFile.read(passwordFile(environment), warnings::add));
        Optional<String> timeout = parameters.get(Parameter.CONNECT_TIMEOUT);
        if (timeout.isPresent() && !timeout.get().matches("-?\\d{1,6}")) {
            problems.add("invalid connect_timeout \"" + timeout.get() + '"', "Give a number of seconds.");
        }
    }

    static LiveTarget of(Map<Parameter, String> text, Environment environment, Problems problems) {
        LiveTarget target = new LiveTarget(Parameters.gather(text, environment, problems), environment, problems);
        problems.throwIfAny();
        return target;
    }

    private Path passwordFile(Environment environment) {
        return parameters
                .get(Parameter.PASSFILE)
                .map(Path::of)
                .orElse(environment.home().resolve(".pgpass"));
    }

    /// Opens a connection to the first server that lets us in and is of the wanted kind (`target_session_attrs`).
    ///
    /// @throws TickbirdException saying why not
    public Connection connect(Timeouts timeouts) {
        return new Connector(this, timeouts).connect();
    }

    /// What the user should know although it stops nothing, such as a password file that others may read.
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public String role() {
        return role;
    }

    public String database() {
        return database;
    }

    @Override
    public String display() {
        return endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(",")) + '/' + database;
    }

    @Override
    public String toString() {
        return display();
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    Parameters parameters() {
        return parameters;
    }

    Optional<Password> password(Endpoint endpoint) {
        return parameters
                .get(Parameter.PASSWORD)
                .map(text -> new Password(text, parameters.source(Parameter.PASSWORD)))
                .or(() -> passwordFile.flatMap(
                        file -> file.password(endpoint.passwordFileHost(), endpoint.port(), database, role)));
    }

    Encryption encryption() {
        return encryption;
    }
}
