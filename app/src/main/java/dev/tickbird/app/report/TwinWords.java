// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.whatif.Answer;
import dev.tickbird.lab.whatif.HiddenStatistics;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An answer in words, the same in every form.
public final class TwinWords {

    /// So many tables are named.
    private static final int NAMES = 5;

    /// What a twin that is kept is good for.
    static final String KEPT = "to explain against only: it has no rows, so what reads or writes some fails or finds"
            + " nothing; what --set changes is not in it";

    private TwinWords() {}

    /// Which PostgreSQL planned, and which planned again.
    static String planner(TwinReport report) {
        int before = report.answer().before();
        int after = report.answer().after();
        String majors = "PostgreSQL " + before
                + (after == before ? "" : ", then " + after + (after < before ? ", an older one," : ","));
        return majors + " on a twin without rows, by Tickbird " + report.version();
    }

    /// Such as `of 3 plans, 1 is worse, 2 are the same`, with a warning in front if they are guesses.
    public static String verdict(TwinReport report) {
        int hidden = hidden(report).size();
        return hidden == 0
                ? counts(report)
                : "planned without the statistics of " + Words.count(hidden, "table") + ", so costs are guesses: "
                        + counts(report);
    }

    /// The tables under these plans whose statistics were hidden.
    private static Set<QualifiedName> hidden(TwinReport report) {
        return HiddenStatistics.of(report.snapshot()).under(report.answer().queries());
    }

    /// Which statistics were hidden and who could show them; empty if none were, of the tables that matter.
    public static Optional<String> blindness(TwinReport report) {
        List<String> tables =
                hidden(report).stream().map(QualifiedName::toString).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("statistics of " + Words.some(tables, NAMES) + ". "
                + HiddenStatistics.of(report.snapshot()).gap().map(Gap::hint).orElse(""));
    }

    private static String counts(TwinReport report) {
        Answer answer = report.answer();
        long planned = answer.queries().size();
        if (planned == 0) {
            return switch (answer.unplanned().size()) {
                case 0 -> "no query was planned";
                case 1 -> "the query could not be planned";
                default -> "none of " + Words.count(answer.unplanned().size(), "query") + " could be planned";
            };
        }
        if (report.changes().isEmpty()) {
            return Words.count(planned, "plan") + ", as the source would choose";
        }
        for (Verdict verdict : Verdict.values()) {
            if (answer.count(verdict) == planned) {
                String all = planned == 1 ? "the plan is " : "all " + Words.count(planned, "plan") + " are ";
                return all + the(verdict);
            }
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = answer.count(verdict);
            if (count > 0) {
                parts.add(Words.count(count) + (count == 1 ? " is " : " are ") + the(verdict));
            }
        }
        return "of " + Words.count(planned, "plan") + ", " + String.join(", ", parts);
    }

    private static String the(Verdict verdict) {
        return (verdict == Verdict.SAME ? "the " : "") + verdict;
    }

    /// What was left out, such as `30 plans of statements that touch no table of the database`; empty if nothing was.
    public static Optional<String> aside(TwinReport report) {
        int aside = report.answer().aside();
        return aside == 0
                ? Optional.empty()
                : Optional.of(Words.count(aside, "plan") + " of statements that touch no table of the database");
    }

    /// What the verdicts mean.
    public static String threshold() {
        return "better and worse are costs that differ by more than " + Words.percent(Verdict.THRESHOLD)
                + ", and by more than reading a page costs";
    }

    /// A cost as `explain` prints it, with its thousands apart.
    public static String cost(double cost) {
        return String.format(Locale.ROOT, "%,.2f", cost);
    }

    /// Said of a plan that does what the changes forbid; empty of any other.
    public static Optional<String> forced(Planned query) {
        return query.isForced()
                ? Optional.of("no other plan is possible: it does all the same what a setting disables")
                : Optional.empty();
    }

    /// Such as `worse, 3.2 times as much`.
    public static String verdict(Planned query) {
        String factor = factor(query);
        return query.verdict() + (factor.isEmpty() ? "" : ", " + factor);
    }

    /// Such as `3.2 times as much`; empty if the cost is the same.
    public static String factor(Planned query) {
        if (query.verdict() == Verdict.SAME) {
            return "";
        }
        double factor = query.factor();
        if (factor >= 2) {
            return times(factor) + " as much";
        }
        if (factor > 0 && factor <= 0.5) {
            return times(1 / factor) + " cheaper";
        }
        return factor > 1 ? Words.percent(factor - 1) + " more" : Words.percent(1 - factor) + " less";
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, factor < 100 ? "%,.1f times" : "%,.0f times", factor);
    }
}
