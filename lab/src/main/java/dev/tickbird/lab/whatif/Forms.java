// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.Twin;
import dev.tickbird.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// The ways in which queries are planned, and the queries of which not even those could be found.
record Forms(List<Form> all, List<Unplanned> refused) {

    static Forms of(List<Query> queries, Twin twin, Snapshot snapshot) {
        List<Form> all = new ArrayList<>();
        List<Unplanned> refused = new ArrayList<>();
        for (Query query : queries) {
            all.add(new Form(query.name(), query.sql(), false, List.of()));
        }
        return new Forms(all, refused);
    }
}
