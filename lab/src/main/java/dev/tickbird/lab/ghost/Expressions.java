// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.finding.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The types and collations of expressions of indexes and statistics objects: the catalog keeps only what they say.
final class Expressions {

    private final Connection connection;

    Expressions(Connection connection) {
        this.connection = connection;
    }

    /// An expression of an index, which may store another type than it is of.
    Body.Attribute ofIndex(Body.Part index, int number) throws SQLException {
        return described(
                number,
                GhostSql.one(connection, Sql.format("select pg_get_indexdef(%s, %s, false)", index.oid(), number)),
                GhostSql.one(
                        connection,
                        Sql.format(
                                "select indrelid::regclass::text from pg_index where indexrelid = %s", index.oid())));
    }

    /// The expressions of a statistics object, in order.
    List<Body.Attribute> ofStatistics(long oid) throws SQLException {
        String table = GhostSql.one(
                connection, Sql.format("select stxrelid::regclass::text from pg_statistic_ext where oid = %s", oid));
        List<String> texts = new ArrayList<>();
        Sql question = Sql.format("select unnest(pg_get_statisticsobjdef_expressions(%s))", oid);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        List<Body.Attribute> found = new ArrayList<>();
        for (String text : texts) {
            found.add(described(found.size() + 1, text, table));
        }
        return found;
    }

    /// Asks for what no row gives, so that nothing is evaluated. Who plans over a table puts bodies of functions in SQL
    /// in place of calls, and those may say not where to find what they name.
    private Body.Attribute described(int number, String expression, String table) throws SQLException {
        GhostSql.one(connection, Sql.format("""
                select set_config('search_path', string_agg(quote_ident(nspname), ', ' order by nspname <> 'public', nspname), true)
                from pg_namespace
                where nspname !~ '^pg_' and nspname <> 'information_schema'
                """));
        Body.Attribute described = asked(number, expression, table);
        GhostSql.one(connection, Sql.format("select set_config('search_path', 'pg_catalog', true)"));
        return described;
    }

    private Body.Attribute asked(int number, String expression, String table) throws SQLException {
        Sql question = Sql.format("""
                select coalesce(nullif(type.typbasetype, 0), type.oid)::bigint, coalesce(known.sorting::regcollation::oid, 0)::bigint
                from (select pg_typeof((select %s from only %s limit 0)) as type,
                             %s as sorting) as known
                join pg_type as type on type.oid = known.type
                """, expression, table, sorting(expression, table));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question.text())) {
            row.next();
            return new Body.Attribute(number, row.getLong(1), row.getLong(2));
        }
    }

    /// `pg_collation_for()` refuses types that have none.
    private String sorting(String expression, String table) throws SQLException {
        String collatable = GhostSql.one(
                connection,
                Sql.format(
                        "select typcollation <> 0 from pg_type where oid = pg_typeof((select %s from only %s limit 0))",
                        expression, table));
        return collatable.equals("t")
                ? Sql.format("pg_collation_for((select %s from only %s limit 0))", expression, table)
                        .text()
                : "null::text";
    }
}
