// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.model.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways in which queries are planned, and the queries of which not even those could be found.
public record Forms(List<Form> all, List<Unplanned> refused) {

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
            String sql = Single.statement(query.sql());
            Optional<Plannable> part = Plannable.of(sql);
            if (part.isEmpty()) {
                refuse(query, "the planner has no part in " + Plannable.verb(sql));
                return;
            }
            ParameterText text = ParameterText.of(part.get().query());
            if (text.hasPlaces()) {
                all.addAll(constants.forms(query, text, part.get().cursor(), backend));
            } else {
                all.add(new Form(query.name(), part.get().cursor() + part.get().query(), false, List.of()));
            }
        } catch (SQLException e) {
            if (backend.isClosed()) {
                throw new Crash(List.of(query.name()));
            }
            refuse(query, backend.refused(e).reason());
        }
    }

    private void refuse(Query query, String reason) {
        refused.add(new Unplanned(query.name(), query.sql(), reason, null));
    }
}
