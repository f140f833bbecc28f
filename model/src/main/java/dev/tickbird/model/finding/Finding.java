// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.Set;

/// One thing that is wrong.
///
/// @param rule the slug of the rule that found it
/// @param title one line, lower case, no full stop, naming kind and object
/// @param detail the facts, with numbers
/// @param impact what it costs the user
/// @param sessions the process numbers of the sessions it tells of; empty if it tells of none
public record Finding(
        String rule,
        Severity severity,
        Subject subject,
        String title,
        String detail,
        Evidence evidence,
        String impact,
        Remedy remedy,
        Proof proof,
        Set<Integer> sessions) {

    private static final Proof NOT_TRIED = Proof.reasoned("the remedy has not been rehearsed in this run");

    public Finding {
        title = title.replace("\n", "\\n").replace("\r", "\\r"); // a name may hold line breaks
        if (title.isBlank() || title.endsWith(".")) {
            throw new IllegalArgumentException("a title has words and no full stop: " + title);
        }
        sessions = Set.copyOf(sessions);
    }

    public Finding(
            String rule,
            Severity severity,
            Subject subject,
            String title,
            String detail,
            Evidence evidence,
            String impact,
            Remedy remedy) {
        this(rule, severity, subject, title, detail, evidence, impact, remedy, NOT_TRIED);
    }

    public Finding(
            String rule,
            Severity severity,
            Subject subject,
            String title,
            String detail,
            Evidence evidence,
            String impact,
            Remedy remedy,
            Proof proof) {
        this(rule, severity, subject, title, detail, evidence, impact, remedy, proof, Set.of());
    }

    /// The same for the same defect in every run, whatever the numbers say meanwhile.
    public String identity() {
        return rule + ':' + subject.identity();
    }

    public Finding withRemedy(Remedy other) {
        return new Finding(rule, severity, subject, title, detail, evidence, impact, other, proof, sessions);
    }

    /// The same, with a further sentence.
    public Finding withRemark(String remark) {
        return new Finding(
                rule, severity, subject, title, detail + ' ' + remark, evidence, impact, remedy, proof, sessions);
    }

    public Finding withProof(Proof other) {
        return new Finding(rule, severity, subject, title, detail, evidence, impact, remedy, other, sessions);
    }

    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, subject, title, detail, evidence, impact, remedy, proof, sessions);
    }

    public Finding ofSessions(Set<Integer> processes) {
        return new Finding(rule, severity, subject, title, detail, evidence, impact, remedy, proof, processes);
    }
}
