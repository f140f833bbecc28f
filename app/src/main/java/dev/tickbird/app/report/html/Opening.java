// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Headline;
import dev.tickbird.app.report.Limits;
import dev.tickbird.app.report.Report;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How it is, in plain language.
///
/// @param first the one sentence to take along
/// @param rest what comes next, and how much could not be seen; empty if there is nothing more
record Opening(String first, String rest) {

    static Opening of(Report report) {
        Limits limits = Limits.of(report);
        if (limits.sawNothing()) {
            return new Opening(
                    "No rule could see enough to judge.",
                    limits.notAsked().map(Opening::sentence).orElse(""));
        }
        long critical = Headline.count(report, Severity.CRITICAL);
        long warning = Headline.count(report, Severity.WARNING);
        long advice = Headline.count(report, Severity.ADVICE);
        List<String> rest = new ArrayList<>();
        if (critical > 0 && warning > 0) {
            rest.add(Words.count(warning) + " more " + (warning == 1 ? "costs" : "cost") + " you today.");
        }
        if (advice > 0 && critical + warning > 0) {
            rest.add(Words.count(advice) + " will cost you later.");
        }
        limits.leftOut().map(Opening::sentence).ifPresent(rest::add);
        limits.notAsked().map(Opening::sentence).ifPresent(rest::add);
        limits.blindOnes().ifPresent(ones -> rest.add(ones + " could not see enough to judge."));
        return new Opening(first(critical, warning, advice, limits), String.join(" ", rest));
    }

    /// Says only as much as was looked at, as [Headline] does.
    private static String first(long critical, long warning, long advice, Limits limits) {
        String fresh = limits.known() > 0 ? "new " : "";
        if (critical > 0) {
            return things(critical, fresh) + (critical == 1 ? " needs" : " need") + " attention now.";
        }
        if (warning > 0) {
            return (limits.none() ? "Nothing is urgent; " : "") + things(warning, fresh)
                    + (warning == 1 ? " costs" : " cost") + " you today.";
        }
        if (advice > 0) {
            return limits.none()
                    ? "Nothing costs you today; " + things(advice, fresh) + " will later."
                    : things(advice, fresh) + " will cost you later.";
        }
        if (limits.known() > 0) {
            return "Nothing is wrong that is not in the baseline.";
        }
        return limits.accepted() > 0
                ? "Nothing is wrong beyond what you have accepted."
                : "Nothing is wrong, as far as could be seen.";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + '.';
    }

    private static String things(long count, String fresh) {
        return Words.count(count) + ' ' + fresh + (count == 1 ? "thing" : "things");
    }
}
