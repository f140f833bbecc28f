// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.model.finding.Proof;

/// What came of trying one remedy.
sealed interface Attempt {

    /// It holds, or it could not be tried.
    record Standing(Proof proof) implements Attempt {}

    /// It does not do what it is for.
    record Refuted(String reason) implements Attempt {}

    static Attempt reasoned(String reason) {
        return new Standing(Proof.reasoned(reason));
    }
}
