// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything one run found, worst severity first; within one in the order of what is to be read first.
///
/// @param suppressed findings that the user has accepted, each with the reason
/// @param rejected remedies that were tried and refuted, each with its finding, which stays among the findings
/// @param known how many findings were left out because the baseline already holds them
/// @param examined one entry a rule, sorted by slug
/// @param remarks what the user should know of their own configuration, such as a suppression that has ended
public record Examination(
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<Rejected> rejected,
        int known,
        List<Examined> examined,
        List<String> remarks) {

    /// @param until the last day on which it is accepted; null if that does not end
    public record Suppressed(
            Finding finding, String reason, @Nullable LocalDate until) {}

    /// @param finding as its rule prescribed for it, with the remedy that does not hold
    /// @param reason what went wrong when it was tried
    public record Rejected(Finding finding, String reason) {}

    /// Of which no remedy has been tried.
    public Examination(
            List<Finding> findings,
            List<Suppressed> suppressed,
            int known,
            List<Examined> examined,
            List<String> remarks) {
        this(findings, suppressed, List.of(), known, examined, remarks);
    }

    public Examination {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        rejected = List.copyOf(rejected);
        examined = List.copyOf(examined);
        remarks = List.copyOf(remarks);
    }

    /// The same after its remedies were tried.
    public Examination tried(List<Finding> proven, List<Rejected> refuted) {
        return new Examination(proven, suppressed, refuted, known, examined, remarks);
    }
}
