// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a question came to.
///
/// @param before the major version that planned first
/// @param after the major version that planned with the changes
/// @param queries the worst first
/// @param aside how many plans were left out, for they touch no table of the database
/// @param gaps what the twin lacks: plans that touch it may differ from those on the source
public record Answer(
        int before, int after, List<Planned> queries, int aside, List<Unplanned> unplanned, List<TwinGap> gaps) {

    public Answer {
        queries = List.copyOf(queries);
        unplanned = List.copyOf(unplanned);
        gaps = List.copyOf(gaps);
    }

    /// Without the plans that touch no table of the source, such as those of clients that look at catalogs.
    public Answer ofTables(Snapshot source) {
        Set<QualifiedName> tables =
                source.all(Table.class).stream().map(Table::qualifiedName).collect(Collectors.toSet());
        List<Planned> touching =
                queries.stream().filter(query -> !query.among(tables).isEmpty()).toList();
        return new Answer(before, after, touching, queries.size() - touching.size(), unplanned, gaps);
    }

    public long count(Verdict verdict) {
        return queries.stream().filter(query -> query.verdict() == verdict).count();
    }
}
