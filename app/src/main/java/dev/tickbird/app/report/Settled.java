// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the user's own configuration has to do with what is shown: accepted findings, the baseline, remarks.
///
/// @param label `known` or `remark`
public record Settled(String label, String text) {

    /// One pattern may accept thousands.
    private static final int NAMED = 20;

    public static List<Settled> of(Examination examination) {
        List<Settled> settled = new ArrayList<>();
        if (examination.known() > 0) {
            String known = Words.count(examination.known(), "finding") + " already in the baseline, not shown again";
            settled.add(new Settled("known", known));
        }
        examination.remarks().forEach(remark -> settled.add(new Settled("remark", remark)));
        return settled;
    }

    /// The accepted findings under their reasons, so that a person reads each reason once.
    static List<Unseen> accepted(Examination examination) {
        return examination.suppressed().stream()
                .collect(Collectors.groupingBy(Examination.Suppressed::reason, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Unseen(entry.getKey(), named(entry.getValue())))
                .toList();
    }

    private static List<String> named(List<Examination.Suppressed> accepted) {
        Stream<String> names = accepted.stream().limit(NAMED).map(Settled::name);
        int more = accepted.size() - NAMED;
        return more <= 0
                ? names.toList()
                : Stream.concat(names, Stream.of("and " + Words.count(more) + " more: --format json lists every one"))
                        .toList();
    }

    private static String name(Examination.Suppressed accepted) {
        String until = accepted.until() == null ? "" : ", until " + accepted.until();
        return accepted.finding().identity() + " (" + accepted.finding().severity() + until + ")";
    }
}
