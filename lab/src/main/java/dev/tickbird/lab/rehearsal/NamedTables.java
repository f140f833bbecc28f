// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which tables a statement names, be it by their indexes.
final class NamedTables {

    /// Where a statement that works on all tables names none.
    private static final Set<String> ON_ALL = Set.of("vacuum", "analyze", "reindex", "cluster");

    private static final int MOST = 500;

    private static final String NAMED = """
            select distinct schema.nspname, relation.relname
            from pg_catalog.unnest(?) as name(text)
            left join pg_catalog.pg_index as index on index.indexrelid = pg_catalog.to_regclass(name.text)
            join pg_catalog.pg_class as relation
                on relation.oid = coalesce(index.indrelid, pg_catalog.to_regclass(name.text))
            join pg_catalog.pg_namespace as schema on schema.oid = relation.relnamespace
            where relation.relkind in ('r', 'p')
              and schema.nspname !~ '^pg_'
            order by schema.nspname, relation.relname""";

    private NamedTables() {}

    /// @param session whose search path finds what is not qualified
    static List<QualifiedName> of(SqlStatement statement, Connection session) throws SQLException {
        List<QualifiedName> tables = new ArrayList<>();
        try (PreparedStatement named = session.prepareStatement(NAMED)) {
            named.setArray(1, session.createArrayOf("text", names(statement).toArray()));
            try (ResultSet row = named.executeQuery()) {
                while (row.next()) {
                    tables.add(new QualifiedName(row.getString(1), row.getString(2)));
                }
            }
        }
        if (tables.isEmpty() && ON_ALL.contains(statement.verb())) {
            Relation.all(session).values().stream()
                    .filter(relation -> relation.kind() == 'r')
                    .map(Relation::name)
                    .limit(MOST)
                    .forEach(tables::add);
        }
        return tables;
    }

    /// Words, and words with what follows them behind a dot.
    private static Set<String> names(SqlStatement statement) {
        List<Token> tokens = statement.tokens();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isName()) {
                continue;
            }
            String name = Identifier.quoted(tokens.get(i).text());
            names.add(name);
            if (i + 2 < tokens.size()
                    && tokens.get(i + 1).isSign('.')
                    && tokens.get(i + 2).isName()) {
                names.add(name + '.' + Identifier.quoted(tokens.get(i + 2).text()));
            }
        }
        return names;
    }
}
