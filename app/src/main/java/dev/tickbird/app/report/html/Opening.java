// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.Verdict;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;

/// How it is, in plain language.
///
/// @param first the one sentence to take along
/// @param rest what comes next, and how much could not be seen; empty if there is nothing more
record Opening(String first, String rest) {

    static Opening of(Report report) {
        long critical = Verdict.count(report, Severity.CRITICAL);
        long warning = Verdict.count(report, Severity.WARNING);
        long advice = Verdict.count(report, Severity.ADVICE);
        long blind = Verdict.notExamined(report);
        long all = report.examination().examined().size();
        List<String> rest = new ArrayList<>();
        if (critical > 0 && warning > 0) {
            rest.add(Words.count(warning) + " more " + (warning == 1 ? "costs" : "cost") + " you today.");
        }
        if (advice > 0 && critical + warning > 0) {
            rest.add(Words.count(advice) + " will cost you later.");
        }
        if (blind > 0) {
            rest.add(Words.count(blind) + " of " + Words.count(all, "rule") + " could not see enough to judge.");
        }
        return new Opening(first(critical, warning, advice, blind == all), String.join(" ", rest));
    }

    private static String first(long critical, long warning, long advice, boolean sawNothing) {
        if (critical > 0) {
            return things(critical) + (critical == 1 ? " needs" : " need") + " attention now.";
        }
        if (warning > 0) {
            return "Nothing is urgent; " + things(warning) + (warning == 1 ? " costs" : " cost") + " you today.";
        }
        if (advice > 0) {
            return "Nothing costs you today; " + things(advice) + " will later.";
        }
        return sawNothing ? "No rule could see enough to judge." : "Nothing is wrong, as far as could be seen.";
    }

    private static String things(long count) {
        return Words.count(count) + (count == 1 ? " thing" : " things");
    }
}
