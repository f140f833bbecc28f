// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.util.List;
import java.util.Locale;

/// Something that was seen of the trouble.
///
/// @param title one line without a full stop
/// @param detail full sentences; may be empty
/// @param lines what is seen best one below the other, such as a tree; may be empty
public record Sign(Weight weight, String title, String detail, List<String> lines, Evidence evidence) {

    public enum Weight {
        /// This is it.
        ALARM,
        /// It may have to do with it, or come to it.
        TRACE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Sign {
        title = title.replace("\n", "\\n").replace("\r", "\\r"); // a name may hold line breaks
        lines = List.copyOf(lines);
    }

    static Sign of(boolean alarming, String title, String detail, Evidence evidence) {
        return new Sign(alarming ? Weight.ALARM : Weight.TRACE, title, detail, List.of(), evidence);
    }

    static Sign of(Finding finding) {
        return of(finding.severity().atLeast(Severity.WARNING), finding);
    }

    static Sign of(boolean alarming, Finding finding) {
        return of(alarming, finding.title(), finding.detail(), finding.evidence());
    }

    Sign with(List<String> others) {
        return new Sign(weight, title, detail, others, evidence);
    }
}
