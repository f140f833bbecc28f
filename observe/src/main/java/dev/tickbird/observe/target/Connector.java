// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.statistics.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// Goes through a target's servers, and each server's addresses, until one lets us in.
final class Connector {

    private static final String APPLICATION = "tickbird";
    private static final String OLDEST_VERSION = "14";

    private final LiveTarget target;
    private final Timeouts timeouts;
    private final Duration patience;
    private final List<TickbirdException> failures = new ArrayList<>();

    Connector(LiveTarget target, Timeouts timeouts) {
        this.target = target;
        this.timeouts = timeouts;
        patience = target.parameters()
                .get(Parameter.CONNECT_TIMEOUT)
                .map(seconds -> Duration.ofSeconds(Math.max(0, Long.parseLong(seconds))))
                .orElse(timeouts.connect());
    }

    Connection connect() {
        String wanted = target.parameters().get(Parameter.TARGET_SESSION_ATTRS, "any");
        if (wanted.equals("prefer-standby")) {
            return first("standby").or(() -> first("any")).orElseThrow(this::failure);
        }
        return first(wanted).orElseThrow(this::failure);
    }

    private Optional<Connection> first(String wanted) {
        for (Endpoint endpoint : target.endpoints()) {
            for (String address : addresses(endpoint)) {
                Optional<Connection> connection = attempt(endpoint, address, wanted);
                if (connection.isPresent()) {
                    return connection;
                }
            }
        }
        return Optional.empty();
    }

    private TickbirdException failure() {
        if (failures.size() == 1) {
            return failures.getFirst();
        }
        List<String> messages =
                failures.stream().map(TickbirdException::message).distinct().toList();
        return TickbirdException.target(
                String.join("; ", messages), failures.getLast().hint(), failures.getLast());
    }

    /// The addresses of a host, or its socket. As libpq does, all of them are tried.
    private List<String> addresses(Endpoint endpoint) {
        if (endpoint.isSocket()) {
            return List.of(endpoint.socket().toString());
        }
        String name = Objects.requireNonNullElse(endpoint.address(), endpoint.host());
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException e) {
            failures.add(ConnectionErrors.unknownHost(name, e));
            return List.of();
        }
    }

    /// @return empty if the next server should be tried
    private Optional<Connection> attempt(Endpoint endpoint, String address, String wanted) {
        ConnectionErrors errors = new ConnectionErrors(target, endpoint, patience);
        try {
            Connection connection = open(endpoint, address);
            Optional<String> mismatch = examine(connection, errors, wanted);
            if (mismatch.isEmpty()) {
                return Optional.of(connection);
            }
            connection.close();
            failures.add(errors.otherKind(mismatch.get()));
        } catch (SQLException e) {
            TickbirdException failure = errors.explain(e);
            if (!ConnectionErrors.isWorthTryingNext(e)) {
                throw failure;
            }
            failures.add(failure);
        }
        return Optional.empty();
    }

    private Connection open(Endpoint endpoint, String address) throws SQLException {
        Properties properties = properties(endpoint, address);
        try {
            return open(properties);
        } catch (SQLException e) {
            if (!target.encryption().mode().equals("prefer") || !NetworkErrors.isEncryption(e)) {
                throw e;
            }
            PGProperty.SSL_MODE.set(properties, "disable");
            return open(properties);
        }
    }

    private static Connection open(Properties properties) throws SQLException {
        return Objects.requireNonNull(new Driver().connect("jdbc:postgresql://", properties));
    }

    private Properties properties(Endpoint endpoint, String address) {
        Properties properties = new Properties();
        PGProperty.PG_HOST.set(properties, endpoint.isSocket() ? "localhost" : endpoint.host());
        PGProperty.PG_PORT.set(properties, endpoint.port());
        PGProperty.PG_DBNAME.set(properties, target.database());
        PGProperty.USER.set(properties, target.role());
        // Without a password the driver would look for one in places of its own.
        PGProperty.PASSWORD.set(
                properties, target.password(endpoint).map(Password::text).orElse(""));
        Class<?> sockets = endpoint.isSocket() ? UnixSocketFactory.class : AddressSocketFactory.class;
        PGProperty.SOCKET_FACTORY.set(properties, sockets.getName());
        PGProperty.SOCKET_FACTORY_ARG.set(properties, address);
        PGProperty.APPLICATION_NAME.set(properties, APPLICATION);
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, OLDEST_VERSION);
        // Named prepared statements do not survive a pooler in transaction mode.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        int seconds = Math.toIntExact(patience.plusMillis(999).toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        target.encryption().properties().forEach((property, value) -> property.set(properties, value));
        if (endpoint.isSocket()) {
            PGProperty.SSL_MODE.set(properties, "disable");
        }
        pass(Parameter.OPTIONS, PGProperty.OPTIONS, properties);
        pass(Parameter.CHANNEL_BINDING, PGProperty.CHANNEL_BINDING, properties);
        pass(Parameter.REQUIRE_AUTH, PGProperty.REQUIRE_AUTH, properties);
        pass(Parameter.KRBSRVNAME, PGProperty.KERBEROS_SERVER_NAME, properties);
        return properties;
    }

    private void pass(Parameter parameter, PGProperty property, Properties properties) {
        target.parameters().get(parameter).ifPresent(value -> property.set(properties, value));
    }

    /// @return what the session is instead of what was wanted; empty if it is fine
    private Optional<String> examine(Connection connection, ConnectionErrors errors, String wanted)
            throws SQLException {
        try {
            @Nullable String version = connection.unwrap(PGConnection.class).getParameterStatus("server_version");
            if (version != null && version.contains("bouncer")) {
                throw errors.adminConsole();
            }
            connection.setNetworkTimeout(
                    Runnable::run, (int) Math.min(timeouts.silence().toMillis(), Integer.MAX_VALUE));
            connection.setAutoCommit(false);
            Optional<String> mismatch = mismatch(connection, wanted);
            connection.rollback();
            connection.setAutoCommit(true);
            return mismatch;
        } catch (SQLException | TickbirdException e) {
            connection.close();
            throw e;
        }
    }

    private static Optional<String> mismatch(Connection connection, String wanted) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet session = statement.executeQuery(sql())) {
            session.next();
            boolean standby = session.getBoolean("standby");
            boolean readOnly = standby || session.getBoolean("read_only");
            return switch (wanted) {
                case "primary" -> standby ? Optional.of("a standby") : Optional.empty();
                case "standby" -> standby ? Optional.empty() : Optional.of("a primary");
                case "read-write" -> readOnly ? Optional.of("read-only") : Optional.empty();
                case "read-only" -> readOnly ? Optional.empty() : Optional.of("not read-only");
                default -> Optional.empty();
            };
        }
    }

    private static String sql() {
        try (InputStream in = Objects.requireNonNull(Connector.class.getResourceAsStream("session.sql"))) {
            String query = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return query.substring(0, query.length() - ";".length()) + StatementText.MARK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
