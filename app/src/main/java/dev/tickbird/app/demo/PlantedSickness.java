// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import dev.tickbird.model.finding.Finding;

/// Something made wrong on purpose.
///
/// @param finding how the identity of the finding begins that must come of it
public record PlantedSickness(String finding) {

    /// The slug of the rule that must find it.
    String rule() {
        return finding.substring(0, finding.indexOf(':'));
    }

    boolean explains(Finding found) {
        return found.identity().startsWith(finding);
    }
}
