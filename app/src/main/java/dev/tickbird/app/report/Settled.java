// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the user's own configuration has to do with what is shown: accepted findings, the baseline, remarks.
///
/// @param label `suppressed`, `known` or `remark`
public record Settled(String label, String text) {

    /// One line a reason, so that a person reads each reason once.
    public static List<Settled> of(Examination examination) {
        List<Settled> settled = new ArrayList<>();
        examination.suppressed().stream()
                .collect(Collectors.groupingBy(Examination.Suppressed::reason, TreeMap::new, Collectors.counting()))
                .forEach((reason, count) ->
                        settled.add(new Settled("suppressed", Words.count(count, "finding") + ", because: " + reason)));
        if (examination.known() > 0) {
            String known = Words.count(examination.known(), "finding") + " already in the baseline, not shown again";
            settled.add(new Settled("known", known));
        }
        examination.remarks().forEach(remark -> settled.add(new Settled("remark", remark)));
        return settled;
    }
}
