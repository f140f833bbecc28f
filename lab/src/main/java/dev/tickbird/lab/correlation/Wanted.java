// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.correlation;

import dev.tickbird.lab.rehearsal.Screening;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.server.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A statistics object as PostgreSQL understands the statement that creates it.
///
/// @param kinds of `ndistinct`, `dependencies`, `mcv`, `expressions`
/// @param needed the columns that it covers, or that its expressions read
record Wanted(
        QualifiedName name,
        QualifiedName table,
        String owner,
        List<String> kinds,
        List<String> columns,
        List<String> expressions,
        List<String> needed,
        String definition) {

    private static final Pattern CREATES = Pattern.compile("(?is)\\s*create\\s+statistics\\b.*");

    /// The server finds a name itself from this version on.
    private static final int NAMED_BY_ITSELF = 16;

    private static final Pattern NAMELESS = Pattern.compile("(?is)^(\\s*create\\s+statistics)\\s+(?=\\(|on\\b)");

    private static final String DESCRIBE = """
            select schema.nspname as schema,
                   object.stxname as name,
                   home.nspname as table_schema,
                   relation.relname as table_name,
                   pg_get_userbyid(relation.relowner) as owner,
                   array(select case kind.letter when 'd' then 'ndistinct' when 'f' then 'dependencies'
                                                 when 'm' then 'mcv' else 'expressions' end
                         from unnest(object.stxkind) with ordinality as kind (letter, place)
                         order by kind.place) as kinds,
                   array(select attribute.attname::text
                         from unnest(object.stxkeys) with ordinality as entry (number, place)
                         join pg_attribute as attribute
                           on attribute.attrelid = object.stxrelid and attribute.attnum = entry.number
                         order by entry.place) as columns,
                   coalesce(pg_get_statisticsobjdef_expressions(object.oid), '{}') as expressions,
                   array(select attribute.attname::text
                         from pg_attribute as attribute
                         where attribute.attrelid = object.stxrelid
                           and attribute.attnum in (
                               select need.refobjsubid
                               from pg_depend as need
                               where need.classid = 'pg_statistic_ext'::regclass
                                 and need.objid = object.oid
                                 and need.refclassid = 'pg_class'::regclass
                                 and need.refobjid = object.stxrelid
                                 and need.refobjsubid > 0)
                         order by attribute.attnum) as needed,
                   pg_get_statisticsobjdef(object.oid) as definition
            from pg_statistic_ext as object
            join pg_namespace as schema on schema.oid = object.stxnamespace
            join pg_class as relation on relation.oid = object.stxrelid
            join pg_namespace as home on home.oid = relation.relnamespace
            where object.xmin = pg_current_xact_id()::xid
            """;

    /// Has a twin carry the statement out, and take it back.
    static Wanted of(Connection twin, String sql) throws SQLException {
        if (!CREATES.matcher(sql).matches() || Script.statements(sql).size() != 1) {
            throw TickbirdException.usage(
                    "\"" + sql + "\" does not create statistics",
                    "Write it as \"create statistics on city, state from address\".");
        }
        Screening.of(sql).ifPresent(objection -> {
            throw TickbirdException.usage("could not create statistics: " + objection.reason(), null);
        });
        twin.setAutoCommit(false);
        try (Statement statement = twin.createStatement()) {
            statement.execute(twin.getMetaData().getDatabaseMajorVersion() < NAMED_BY_ITSELF ? named(sql) : sql);
            statement.execute("set local search_path = pg_catalog");
            try (ResultSet row = statement.executeQuery(DESCRIBE)) {
                if (!row.next()) {
                    throw TickbirdException.usage("\"" + sql + "\" creates nothing: it is there already", null);
                }
                return of(row);
            }
        } catch (SQLException e) {
            throw TickbirdException.usage("could not create statistics: " + Script.refusal(e), null);
        } finally {
            twin.rollback();
        }
    }

    /// Older servers want a name.
    private static String named(String sql) {
        return NAMELESS.matcher(sql).replaceFirst("$1 tickbird_statistics ");
    }

    private static Wanted of(ResultSet row) throws SQLException {
        return new Wanted(
                new QualifiedName(row.getString("schema"), row.getString("name")),
                new QualifiedName(row.getString("table_schema"), row.getString("table_name")),
                row.getString("owner"),
                list(row, "kinds"),
                list(row, "columns"),
                list(row, "expressions"),
                list(row, "needed"),
                row.getString("definition"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /// The statement that creates the same on a table with the same columns.
    Sql on(QualifiedName object, QualifiedName other) {
        List<String> given =
                kinds.stream().filter(kind -> !kind.equals("expressions")).toList();
        List<String> subjects = new ArrayList<>();
        columns.forEach(column -> subjects.add(Sql.format("%I", column).text()));
        expressions.forEach(expression -> subjects.add("(" + expression + ")"));
        return Sql.format(
                "create statistics %I %s on %s from %I",
                object,
                given.isEmpty() ? "" : "(" + String.join(", ", given) + ")",
                String.join(", ", subjects),
                other);
    }
}
