// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An answer in words, the same in every form.
public final class TwinWords {

    private TwinWords() {}

    /// Such as `of 3 plans, 1 is worse, 2 are the same`.
    public static String verdict(TwinReport report) {
        Answer answer = report.answer();
        long planned = answer.queries().size();
        if (planned == 0) {
            return answer.unplanned().isEmpty()
                    ? "no query was planned"
                    : "none of " + Words.count(answer.unplanned().size(), "query") + " could be planned";
        }
        if (report.changes().isEmpty()) {
            return Words.count(planned, "plan") + ", as the source would choose";
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = answer.count(verdict);
            if (count > 0) {
                String the = verdict == Verdict.SAME ? "the " : "";
                parts.add(Words.count(count) + (count == 1 ? " is " : " are ") + the + verdict);
            }
        }
        return "of " + Words.count(planned, "plan") + ", " + String.join(", ", parts);
    }

    /// What the verdicts mean.
    public static String threshold() {
        return "better and worse are costs that differ by more than " + Words.percent(Verdict.THRESHOLD);
    }

    /// A cost as `explain` prints it, with its thousands apart.
    public static String cost(double cost) {
        return String.format(Locale.ROOT, "%,.2f", cost);
    }

    /// Such as `3.2 times as much`; empty if the cost is the same.
    public static String factor(Planned query) {
        if (query.verdict() == Verdict.SAME) {
            return "";
        }
        double factor = query.factor();
        if (factor >= 2) {
            return String.format(Locale.ROOT, "%,.1f times as much", factor);
        }
        return factor > 1 ? Words.percent(factor - 1) + " more" : Words.percent(1 - factor) + " less";
    }
}
