// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lock on a user's relation that a session holds or waits for, as another session sees it.
///
/// Who looks sees the catalogs as they were before a transaction that is still open: what that makes, nobody else can
/// use yet, and its lock is no news.
///
/// @param mode as `pg_locks` calls it
/// @param granted false if the session waits for it
/// @param tableSchema of the table whose index the relation is; null if it is no index
/// @param table the same
public record HeldLock(
        String schema,
        String relation,
        String mode,
        boolean granted,
        @Nullable String tableSchema,
        @Nullable String table) {

    private static final String HELD = """
            select schema.nspname, relation.relname, lock.mode, lock.granted, table_schema.nspname, owner.relname
            from pg_catalog.pg_locks as lock
            join pg_catalog.pg_class as relation on relation.oid = lock.relation
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            left join pg_catalog.pg_index as index on index.indexrelid = relation.oid
            left join pg_catalog.pg_class as owner on owner.oid = index.indrelid
            left join pg_catalog.pg_namespace as table_schema on table_schema.oid = owner.relnamespace
            where lock.pid = ?
              and lock.locktype = 'relation'
              and lock.database = (select oid from pg_catalog.pg_database where datname = current_database())
              and schema.nspname !~ '^pg_'
              and schema.nspname <> 'information_schema'
            order by schema.nspname, relation.relname, lock.mode""";

    /// What a session holds and waits for right now.
    ///
    /// @param connection one of somebody else in the same database
    public static List<HeldLock> of(int pid, Connection connection) throws SQLException {
        List<HeldLock> locks = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(HELD)) {
            statement.setInt(1, pid);
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                locks.add(new HeldLock(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return locks;
    }
}
