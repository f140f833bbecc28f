// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a headline does not speak of: rules that were not asked or could not look, findings that are left out.
///
/// @param rules how many there are
/// @param asked how many of them the user chose
/// @param blind how many of those could not look
/// @param known findings left out because the baseline holds them
/// @param accepted findings left out because the configuration accepts them
public record Limits(int rules, int asked, int blind, int known, int accepted) {

    public static Limits of(Report report) {
        List<Examined> examined = report.examination().examined();
        long blind = examined.stream()
                .filter(it -> it.state() == Examined.State.NOT_EXAMINED)
                .count();
        return new Limits(
                report.rules(),
                examined.size(),
                Math.toIntExact(blind),
                report.examination().known(),
                report.examination().suppressed().size());
    }

    /// Whether every rule looked and all that they found is shown: only then a headline may speak of
    /// the whole database.
    public boolean none() {
        return !choosy() && blind == 0 && known == 0 && accepted == 0;
    }

    /// Whether the user wanted some of the rules only.
    public boolean choosy() {
        return asked < rules;
    }

    public boolean sawNothing() {
        return blind == asked;
    }

    /// Such as `none of 33 rules could look`.
    public String blindness() {
        if (asked == 1) {
            return "the one rule that was asked could not look";
        }
        return "none of " + (choosy() ? "the " + Words.count(asked, "rule") + " that were asked" : count(rules))
                + " could look";
    }

    /// Such as `12 known and 3 accepted findings are left out`; empty if none is.
    public Optional<String> leftOut() {
        List<String> parts = new ArrayList<>();
        if (known > 0) {
            parts.add(Words.count(known) + " known");
        }
        if (accepted > 0) {
            parts.add(Words.count(accepted) + " accepted");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", parts)
                        + (known + accepted == 1 ? " finding is left out" : " findings are left out"));
    }

    /// Such as `only 2 of 33 rules were asked`; empty if all were.
    public Optional<String> notAsked() {
        return choosy()
                ? Optional.of("only " + Words.count(asked) + " of " + count(rules) + (asked == 1 ? " was" : " were")
                        + " asked")
                : Optional.empty();
    }

    /// Such as `3 of 33 rules`, or `3 of them` after [#notAsked]; empty if all could look.
    public Optional<String> blindOnes() {
        return blind == 0
                ? Optional.empty()
                : Optional.of(Words.count(blind) + " of " + (choosy() ? "them" : count(asked)));
    }

    private static String count(int rules) {
        return Words.count(rules, "rule");
    }
}
