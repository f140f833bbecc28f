// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.TickbirdException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Why a server did not let us in, and what to do about it.
final class ConnectionErrors {

    private static final String REJECTED = "08004";
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final String STARTING_OR_STOPPING = "57P03";

    private final LiveTarget target;
    private final Endpoint endpoint;
    private final NetworkErrors network;

    ConnectionErrors(LiveTarget target, Endpoint endpoint, Duration patience) {
        this.target = target;
        this.endpoint = endpoint;
        network = new NetworkErrors(endpoint, patience);
    }

    /// Whether another server may do better: nobody answered, or this one is not ready. A server that says no is heard.
    static boolean isWorthTryingNext(SQLException error) {
        return words(error).isEmpty() || STARTING_OR_STOPPING.equals(error.getSQLState());
    }

    static TickbirdException unknownHost(String host, Throwable cause) {
        return TickbirdException.target(
                "could not translate host name \"" + host + "\" to an address",
                "Check the spelling, and whether this machine can resolve the name.",
                cause);
    }

    TickbirdException otherKind(String kind) {
        return TickbirdException.target(
                endpoint.place() + " is " + kind,
                "Another kind of server was asked for with target_session_attrs.",
                null);
    }

    TickbirdException adminConsole() {
        return TickbirdException.target(
                "cannot examine the administration console of PgBouncer",
                "Name a database that PgBouncer serves; \"" + target.database() + "\" is its console.",
                null);
    }

    TickbirdException explain(SQLException error) {
        if (target.database().equals("pgbouncer") && isConsole(error)) {
            return adminConsole();
        }
        Reason reason = words(error)
                .map(words -> fromServer(String.valueOf(error.getSQLState()), words))
                .or(() -> network.reason(error))
                .orElseGet(() -> fromDriver(error));
        return TickbirdException.target(
                "could not connect to " + endpoint.place() + ": " + reason.words(), reason.hint(), error);
    }

    /// PgBouncer's console fails at what the driver does first.
    private static boolean isConsole(SQLException error) {
        return words(error).map("SET failed"::equals).orElse(PROTOCOL_VIOLATION.equals(error.getSQLState()));
    }

    /// The server answered with an error message.
    private Reason fromServer(String state, String words) {
        return switch (state) {
            case "28P01" -> password(words);
            case "28000" -> new Reason(words, authorization(words));
            case "3D000" ->
                new Reason(
                        words,
                        "Name an existing database, as in dbname=postgres; without one the role's name is taken."
                                + " \"psql -l\" lists the databases.");
            case "42501" ->
                new Reason(
                        words,
                        "Let the role in with: grant connect on database " + Identifier.quoted(target.database())
                                + " to " + Identifier.quoted(target.role()) + ".");
            case "53300" ->
                new Reason(
                        words,
                        "End sessions that nobody needs, connect as a superuser (superuser_reserved_connections), or"
                                + " raise max_connections.");
            case STARTING_OR_STOPPING ->
                new Reason(words, "Wait until the server accepts connections; its log shows how far it is.");
            case PROTOCOL_VIOLATION -> new Reason(words, pooler(words));
            default -> new Reason(words, null);
        };
    }

    private Reason password(String words) {
        return target.password(endpoint)
                .map(password -> new Reason(words, "The password came from " + password.source() + '.'))
                .orElseGet(this::noPassword);
    }

    private Reason noPassword() {
        return new Reason(
                "no password supplied for role \"" + target.role() + '"',
                "Set PGPASSWORD, or add a line to ~/.pgpass: host:port:database:role:password.");
    }

    private static String authorization(String words) {
        if (words.contains("pg_hba.conf")) {
            return "Add a line to the server's pg_hba.conf that lets this role in from here, and reload;"
                    + (words.contains("no encryption") ? " or try sslmode=require." : " or connect otherwise.");
        }
        if (words.contains("certificate")) {
            return "Name the certificate and its key with sslcert and sslkey.";
        }
        return "Name another role with user=; without one the operating system's name of the user is taken.";
    }

    private static @Nullable String pooler(String words) {
        if (words.contains("statement pooling")) {
            return "A pooler in statement mode allows no transactions. Connect to the server itself, or to a database"
                    + " with pool_mode transaction or session.";
        }
        if (words.contains("startup parameter")) {
            return "The pooler does not pass startup options on. Leave out \"options\" (PGOPTIONS), or connect to the"
                    + " server itself.";
        }
        return null;
    }

    /// The driver found something wrong before the server said anything. Its messages are in the user's language.
    private Reason fromDriver(SQLException error) {
        String message = String.valueOf(error.getMessage());
        boolean rejected = REJECTED.equals(error.getSQLState());
        if (message.equals(GT.tr("The server does not support SSL."))) {
            return new Reason(
                    "the server does not support TLS, but sslmode "
                            + target.encryption().mode() + " asks for it",
                    "Turn it on in the server (ssl = on), or use sslmode=prefer.");
        }
        if (message.equals(GT.tr(
                "The hostname {0} could not be verified by hostnameverifier {1}.",
                endpoint.host(), "PgjdbcHostnameVerifier"))) {
            return new Reason(
                    "the server's certificate is not for host name \"" + endpoint.host() + '"',
                    "Connect under a name that the certificate bears, or use sslmode=verify-ca.");
        }
        if (rejected && target.parameters().get(Parameter.CHANNEL_BINDING).equals(Optional.of("require"))) {
            return new Reason("channel binding is required, but could not be used", "It needs TLS and SCRAM.");
        }
        if (rejected && target.password(endpoint).isEmpty()) {
            return noPassword();
        }
        return PROTOCOL_VIOLATION.equals(error.getSQLState())
                ? Reason.stranger()
                : new Reason(message.lines().findFirst().orElse("no reason given"), null);
    }

    /// What the server itself said, in one line; empty if it said nothing.
    private static Optional<String> words(SQLException error) {
        @Nullable
        ServerErrorMessage message = error instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
        return Optional.ofNullable(message)
                .map(ServerErrorMessage::getMessage)
                .flatMap(words -> words.lines().findFirst());
    }
}
