// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sees which locks a session takes while it carries out a remedy, and compares them with those that the
/// remedy declares.
///
/// It looks through a connection of its own, which sees the catalogs as they were before: what the remedy makes, nobody
/// else can use yet, and its lock is no news. What is not seen: locks of statements that run outside a transaction
/// block, for they let go of them before they end.
final class LockWitness implements AutoCloseable {

    private static final String HELD = """
            select schema.nspname, relation.relname, lock.mode, table_schema.nspname, owner.relname
            from pg_catalog.pg_locks as lock
            join pg_catalog.pg_class as relation on relation.oid = lock.relation
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            left join pg_catalog.pg_index as index on index.indexrelid = relation.oid
            left join pg_catalog.pg_class as owner on owner.oid = index.indrelid
            left join pg_catalog.pg_namespace as table_schema on table_schema.oid = owner.relnamespace
            where lock.pid = ?
              and lock.granted
              and lock.database = (select oid from pg_catalog.pg_database where datname = current_database())
              and schema.nspname !~ '^pg_'
              and schema.nspname <> 'information_schema'
            order by schema.nspname, relation.relname""";

    /// @param table of which the relation is an index; null if it is none
    private record Seen(LockMode mode, @Nullable QualifiedName table) {

        Seen stronger(Seen other) {
            return mode.compareTo(other.mode) < 0 ? other : this;
        }
    }

    private final Connection connection;
    private final Map<QualifiedName, Seen> strongest = new LinkedHashMap<>();

    LockWitness(Connection connection) {
        this.connection = connection;
    }

    /// Remembers what a session holds right now.
    void look(int pid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HELD)) {
            statement.setInt(1, pid);
            ResultSet held = statement.executeQuery();
            while (held.next()) {
                String owner = held.getString(5);
                Seen seen = new Seen(
                        mode(held.getString(3)), owner == null ? null : new QualifiedName(held.getString(4), owner));
                strongest.merge(new QualifiedName(held.getString(1), held.getString(2)), seen, Seen::stronger);
            }
        }
    }

    private static LockMode mode(String inPgLocks) {
        return Arrays.stream(LockMode.values())
                .filter(mode -> mode.toString().equals(inPgLocks))
                .findFirst()
                .orElseThrow();
    }

    /// What a remedy should say otherwise of its locks, one sentence a relation.
    List<String> objections(Impact impact, Script script) {
        if (!impact.foreseen()) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        Map<QualifiedName, LockMode> declared = impact.locks().stream()
                .collect(Collectors.toMap(Impact.RelationLock::relation, Impact.RelationLock::mode));
        strongest.forEach((relation, seen) -> {
            @Nullable LockMode mode = declared.get(relation);
            if (mode == null ? !goesWithoutSaying(seen, declared) : mode.compareTo(seen.mode()) < 0) {
                objections.add(
                        "takes " + seen.mode() + " on " + relation + ", but says " + (mode == null ? "nothing" : mode));
            }
        });
        declared.forEach((relation, mode) -> {
            @Nullable Seen seen = strongest.get(relation);
            if (!script.standsAlone() && (seen == null || seen.mode().compareTo(mode) < 0)) {
                objections.add(
                        "says " + mode + " on " + relation + ", but takes " + (seen == null ? "none" : seen.mode()));
            }
        });
        return objections;
    }

    /// A lock that only drops and alterations mind, or one on an index whose table is declared as locked as strongly.
    private static boolean goesWithoutSaying(Seen seen, Map<QualifiedName, LockMode> declared) {
        @Nullable LockMode onTable = seen.table() == null ? null : declared.get(seen.table());
        return seen.mode().compareTo(LockMode.ROW_SHARE) <= 0 || onTable != null && onTable.compareTo(seen.mode()) >= 0;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
