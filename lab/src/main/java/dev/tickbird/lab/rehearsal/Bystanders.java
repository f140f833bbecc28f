// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/// Sessions that are in the way of a statement until it has been seen waiting for them. What a statement locks that
/// runs outside of a transaction block, it may lock for a moment only; held back, it shows what it asks for.
///
/// One holds the lock that every alteration minds, one writes, one reads and keeps an old snapshot; so the statement
/// stops at each lock that would stop it in real life.
final class Bystanders implements AutoCloseable {

    private static final List<Sql> MODES =
            List.of(Sql.format("share update exclusive"), Sql.format("row exclusive"), Sql.format("access share"));

    private final Connection witness;
    private final Map<Integer, Connection> inTheWay = new HashMap<>();

    private Bystanders(Connection witness) {
        this.witness = witness;
    }

    /// @param tables what they stand on; the first may have to wait for nobody, for nobody else is there
    static Bystanders on(List<QualifiedName> tables, Stage stage, Connection witness) throws SQLException {
        Bystanders bystanders = new Bystanders(witness);
        if (tables.isEmpty()) {
            return bystanders;
        }
        try {
            for (Sql mode : MODES) {
                bystanders.stand(tables, mode, stage.connect());
            }
        } catch (SQLException e) {
            bystanders.close();
            throw e;
        }
        return bystanders;
    }

    private void stand(List<QualifiedName> tables, Sql mode, Connection connection) throws SQLException {
        inTheWay.put(connection.unwrap(PGConnection.class).getBackendPID(), connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            for (QualifiedName table : tables) {
                statement.execute(
                        Sql.format("lock table %I in %s mode", table, mode).text());
            }
            statement.execute("select 1");
        }
    }

    /// Who of them a session waits for right now.
    List<Integer> holdingBack(int pid) throws SQLException {
        if (inTheWay.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement look = witness.prepareStatement("select pg_catalog.pg_blocking_pids(?)")) {
            look.setInt(1, pid);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                Array pids = row.getArray(1);
                return List.of((Integer[]) pids.getArray()).stream()
                        .filter(inTheWay::containsKey)
                        .toList();
            }
        }
    }

    void step(List<Integer> aside) throws SQLException {
        for (Integer pid : aside) {
            Connection connection = inTheWay.remove(pid);
            if (connection != null) {
                connection.rollback();
                connection.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        step(List.copyOf(inTheWay.keySet()));
    }
}
