// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.LockMode;

/// How long a lock would be held on the real table.
///
/// @param from the statement that takes it; it is held until the end of its transaction
/// @param estimate of all that its transaction does from there on
public record Hold(QualifiedName relation, LockMode mode, Place from, Estimate estimate) {

    /// Goes on after "it holds a lock": `for about 40 seconds (rewrites 2.0 GB …)`, or `for an instant`.
    public String length() {
        return estimate.length();
    }
}
