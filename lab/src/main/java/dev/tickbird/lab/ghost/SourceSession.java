// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What a literal means in a session of the source's clients. Our driver tells every server the time zone of this
/// machine and a date style of its own, which outrank those of the server, the database and the role: they are put
/// back to what they were.
///
/// The driver reads no dates but those in ISO style, and ends a connection that writes others. So only the order of
/// day, month and year holds in the session; the style is in [#DATE_STYLE], for whoever has plans written within a
/// function of the server's.
public final class SourceSession {

    /// A setting that holds the date style as it is on the source.
    public static final String DATE_STYLE = "tickbird.date_style";

    /// What the date style begins with in every session of the driver's.
    public static final String DATES_OF_DRIVER = "ISO";

    /// In one statement, for the driver learns of what holds at its end.
    private static final String SET = """
            select pg_catalog.set_config(level.name,
                case level.name when 'tickbird.date_style' then current_setting('DateStyle') else level.value end, false)
            from (select * from unnest(?::text[], ?::text[]) with ordinality as level (name, value, place)
                  order by level.place) as level
            """;

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private SourceSession() {}

    /// Puts them back in a superuser's session.
    public static void restore(Connection connection) throws SQLException {
        of(connection).in(connection);
    }

    /// What new sessions of the database begin with.
    ///
    /// @param superuser who may read the configuration files
    public static SourceSession of(Connection superuser) throws SQLException {
        SourceSession session = new SourceSession();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(GhostSql.text("session"))) {
            while (row.next()) {
                session.add(row.getString(1), row.getString(2));
            }
        }
        session.add(DATE_STYLE, "");
        session.add("DateStyle", DATES_OF_DRIVER);
        return session;
    }

    private void add(String name, String value) {
        names.add(name);
        values.add(value);
    }

    /// Puts it in place of what the driver said.
    public void in(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setArray(1, connection.createArrayOf("text", names.toArray()));
            set.setArray(2, connection.createArrayOf("text", values.toArray()));
            set.execute();
        }
    }
}
