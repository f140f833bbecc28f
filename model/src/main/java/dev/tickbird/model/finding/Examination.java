// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.List;

/// Everything one run found, in order of what it costs: worst severity first, then the costliest.
///
/// @param suppressed findings that the user has accepted, each with the reason
/// @param known how many findings were left out because the baseline already holds them
/// @param examined one entry a rule, sorted by slug
/// @param remarks what the user should know of their own configuration, such as a suppression that has ended
public record Examination(
        List<Finding> findings, List<Suppressed> suppressed, int known, List<Examined> examined, List<String> remarks) {

    public record Suppressed(Finding finding, String reason) {}

    public Examination {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        examined = List.copyOf(examined);
        remarks = List.copyOf(remarks);
    }
}
