// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.lab.ghost.SourceSession;
import dev.tickbird.observe.target.UnixSocketFactory;
import dev.tickbird.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// How a twin's server is reached: as superuser, through its private socket.
final class TwinConnection {

    private static final String OLDEST_VERSION = "14";

    /// Definitions are read as they were written, with nothing but `pg_catalog` in the search path; bodies of functions
    /// are believed; nobody's event trigger has a say.
    private static final String BUILDING = "-c search_path=pg_catalog -c check_function_bodies=off"
            + " -c client_min_messages=error -c jit=off -c lock_timeout=0 -c idle_in_transaction_session_timeout=0"
            + " -c default_transaction_read_only=off -c row_security=off -c allow_in_place_tablespaces=on"
            + " -c default_transaction_isolation=read\\ committed -c session_replication_role=origin"
            + " -c standard_conforming_strings=on -c array_nulls=on -c xmloption=content -c lc_monetary=C"
            + " -c transform_null_equals=off";

    private TwinConnection() {}

    /// Sends several statements as one text, unparsed.
    static Connection building(EmbeddedServer server, String database, int major) throws SQLException {
        Properties properties = properties(server, database);
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.OPTIONS.set(properties, major >= 17 ? BUILDING + " -c event_triggers=off" : BUILDING);
        return open(properties);
    }

    /// For whoever asks the twin: as a client of the source would, but never read-only.
    static Connection asking(EmbeddedServer server, String database) throws SQLException {
        Properties properties = properties(server, database);
        PGProperty.OPTIONS.set(properties, "-c default_transaction_read_only=off");
        Connection connection = open(properties);
        try {
            SourceSession.restore(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection open(Properties properties) throws SQLException {
        return Objects.requireNonNull(new Driver().connect("jdbc:postgresql://", properties));
    }

    private static Properties properties(EmbeddedServer server, String database) {
        Properties properties = new Properties();
        PGProperty.PG_HOST.set(properties, "localhost");
        PGProperty.PG_DBNAME.set(properties, database);
        PGProperty.USER.set(properties, "postgres");
        PGProperty.PASSWORD.set(properties, "");
        PGProperty.SOCKET_FACTORY.set(properties, UnixSocketFactory.class.getName());
        PGProperty.SOCKET_FACTORY_ARG.set(
                properties,
                server.socketFolder().resolve(".s.PGSQL." + server.port()).toString());
        PGProperty.SSL_MODE.set(properties, "disable");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, OLDEST_VERSION);
        PGProperty.APPLICATION_NAME.set(properties, "tickbird");
        return properties;
    }
}
