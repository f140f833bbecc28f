// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which queries are planned, and the queries of which not even those could be found.
public record Forms(List<Form> all, List<Unplanned> refused) {

    private static final Set<String> UTILITIES = Set.of(
            "abort",
            "alter",
            "analyze",
            "begin",
            "call",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "discard",
            "do",
            "drop",
            "end",
            "execute",
            "explain",
            "fetch",
            "grant",
            "import",
            "listen",
            "load",
            "lock",
            "move",
            "notify",
            "prepare",
            "reassign",
            "refresh",
            "reindex",
            "release",
            "reset",
            "revoke",
            "rollback",
            "savepoint",
            "security",
            "set",
            "show",
            "start",
            "truncate",
            "unlisten",
            "vacuum");

    private static final Pattern FIRST_WORD =
            Pattern.compile("(?s)^(?:\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*([a-zA-Z]+).*");

    static Forms of(List<Query> queries, Backend backend, Snapshot snapshot) throws SQLException {
        Forms forms = new Forms(new ArrayList<>(), new ArrayList<>());
        UnknownConstants constants = new UnknownConstants(snapshot);
        for (Query query : queries) {
            forms.add(query, constants, backend);
        }
        return forms;
    }

    private void add(Query query, UnknownConstants constants, Backend backend) throws SQLException {
        try {
            ParameterText text = ParameterText.of(Single.statement(query.sql()));
            Matcher word = FIRST_WORD.matcher(text.sql());
            if (word.matches() && UTILITIES.contains(word.group(1).toLowerCase(Locale.ROOT))) {
                refuse(query, "the planner has no part in " + word.group(1).toLowerCase(Locale.ROOT));
            } else if (text.hasPlaces()) {
                all.addAll(constants.forms(query, text, backend));
            } else {
                all.add(new Form(query.name(), query.sql(), false, List.of()));
            }
        } catch (SQLException e) {
            refuse(query, backend.refused(e).reason());
        }
    }

    private void refuse(Query query, String reason) {
        refused.add(new Unplanned(query.name(), query.sql(), reason, null));
    }
}
