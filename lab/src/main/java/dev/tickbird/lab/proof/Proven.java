// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.proof;

import dev.tickbird.model.finding.Examination.Rejected;
import dev.tickbird.model.finding.Finding;
import java.util.List;

/// What became of the remedies of some findings.
///
/// @param findings each as it was, with the proof of its remedy, or with advice in the place of one that was refuted
/// @param rejected the findings whose remedies were refuted, as their rules prescribed for them
public record Proven(List<Finding> findings, List<Rejected> rejected) {

    public Proven {
        findings = List.copyOf(findings);
        rejected = List.copyOf(rejected);
    }
}
