// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why most remedies were not tried. A report for people says it once, and of a finding only what is different.
///
/// @param shared null if no two findings share a reason
public record UsualProof(@Nullable Proof shared) {

    static final UsualProof NONE = new UsualProof(null);

    public static UsualProof of(List<Finding> findings) {
        Map<Proof, Integer> counts = new LinkedHashMap<>();
        findings.stream()
                .map(Finding::proof)
                .filter(proof -> proof.verdict() == Proof.Verdict.REASONED)
                .forEach(proof -> counts.merge(proof, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(count -> new UsualProof(count.getKey()))
                .orElse(NONE);
    }

    /// Whether this says all about the proof of a finding.
    public boolean covers(Finding finding) {
        return finding.proof().equals(shared);
    }

    /// What the report says once.
    Optional<String> words() {
        return Optional.ofNullable(shared)
                .map(proof -> proof.verdict() + " where a finding says nothing else: " + proof.reason());
    }

    /// What a finding says of its own. What a rehearsal has changed is what the cure says anyway.
    static String words(Finding finding) {
        Proof proof = finding.proof();
        boolean compares = proof.compares() && proof.verdict() != Proof.Verdict.REHEARSED;
        String comparison = compares ? "; before: " + proof.before() + "; after: " + proof.after() : "";
        return proof.verdict() + ": " + proof.reason() + comparison;
    }
}
