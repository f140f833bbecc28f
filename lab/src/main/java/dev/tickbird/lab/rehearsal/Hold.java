// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a lock would be held on the real table: an estimate, from sizes and a stated pace, and never a promise.
///
/// @param from the statement that takes it; it is held until the end of its transaction
/// @param estimate zero where nothing is read or written that grows with the tables; null where a size is not known
/// @param basis what the estimate rests on, in words
public record Hold(
        QualifiedName relation,
        LockMode mode,
        Place from,
        @Nullable Duration estimate,
        String basis) {

    /// Goes on after "it holds a lock": `for about 40 seconds (rewrites 2.0 GB …)`, or `for an instant`.
    public String length() {
        if (estimate == null) {
            return "for a time that cannot be estimated, since " + basis;
        }
        if (estimate.isZero()) {
            return "for an instant";
        }
        return "for " + (estimate.toSeconds() < 1 ? "less than a second" : "about " + Words.duration(estimate)) + " ("
                + basis + ")";
    }
}
