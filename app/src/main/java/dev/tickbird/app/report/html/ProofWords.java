// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.model.finding.Proof;

/// What each verdict of the lab means, for somebody who reads it for the first time.
final class ProofWords {

    private ProofWords() {}

    static String meaning(Proof.Verdict verdict) {
        return switch (verdict) {
            case MEASURED -> "carried out on a proving ground, and timed before and after.";
            case PLANNED -> "the planner chose it on a twin of the database, and no query got worse.";
            case REHEARSED -> "carried out on a twin of the database: it cures, and it can be undone.";
            case REASONED -> "not tried, only concluded.";
        };
    }
}
