// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A finding that the user has accepted.
///
/// @param finding an identity; `*` stands for anything
/// @param reason why it is accepted; never blank
/// @param until the last day on which it holds; null if it does not end
public record Suppression(
        String finding, String reason, @Nullable LocalDate until) {

    boolean covers(Finding other) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : finding.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(other.identity())
                .matches();
    }

    Examination.Suppressed of(Finding accepted) {
        return new Examination.Suppressed(accepted, reason, until);
    }

    boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
