// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
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
        SIGN,
        /// Most servers have such a thing; only who runs this one knows whether it is in order.
        QUESTION;

        static Weight of(boolean alarming) {
            return alarming ? ALARM : SIGN;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Sign {
        title = title.replace("\n", "\\n").replace("\r", "\\r"); // a name may hold line breaks
        lines = List.copyOf(lines);
    }

    static Sign of(Weight weight, String title, String detail, Evidence evidence) {
        return new Sign(weight, title, detail, List.of(), evidence);
    }

    static Sign of(Weight weight, Finding finding) {
        return of(weight, finding.title(), finding.detail(), finding.evidence());
    }

    Sign with(List<String> others) {
        return new Sign(weight, title, detail, others, evidence);
    }
}
