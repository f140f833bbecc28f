// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.whatif;

import dev.tickbird.lab.twin.TwinGap;
import java.util.List;

/// What a question came to.
///
/// @param before the major version that planned first
/// @param after the major version that planned with the changes
/// @param queries the worst first
/// @param gaps what the twin lacks: plans that touch it may differ from those on the source
public record Answer(int before, int after, List<Planned> queries, List<Unplanned> unplanned, List<TwinGap> gaps) {

    public Answer {
        queries = List.copyOf(queries);
        unplanned = List.copyOf(unplanned);
        gaps = List.copyOf(gaps);
    }

    public long count(Verdict verdict) {
        return queries.stream().filter(query -> query.verdict() == verdict).count();
    }
}
