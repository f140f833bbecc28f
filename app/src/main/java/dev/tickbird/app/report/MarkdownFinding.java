// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One finding in Markdown, without its title.
final class MarkdownFinding {

    private final Finding finding;
    private final Prescription prescription;
    private final UsualProof usual;
    private final List<String> paragraphs = new ArrayList<>();

    /// @param usual the proof that need not be said
    MarkdownFinding(Finding finding, String edition, UsualProof usual) {
        this.finding = finding;
        this.prescription = Prescription.of(finding.remedy(), edition);
        this.usual = usual;
    }

    /// Without what the same rule has said before of the like: cost, watch, where to read more.
    String shortText() {
        paragraphs.clear();
        paragraphs.add(SafeMarkdown.text(finding.detail()));
        treatment();
        proof();
        paragraphs.add("**Identity:** " + SafeMarkdown.code(finding.identity()));
        return String.join("\n\n", paragraphs);
    }

    /// Paragraphs, separated by empty lines.
    String text() {
        paragraphs.clear();
        paragraphs.add(SafeMarkdown.text(finding.detail()));
        paragraphs.add("**Costs:** " + SafeMarkdown.text(finding.impact()));
        treatment();
        part("Watch", prescription.watch());
        proof();
        paragraphs.add("**More:** " + SafeMarkdown.code("tickbird rules " + finding.rule()) + " · **Identity:** "
                + SafeMarkdown.code(finding.identity()));
        return String.join("\n\n", paragraphs);
    }

    private void treatment() {
        part("Cure", prescription.cure());
        sentences("Service", prescription.service(), "- ");
        sentences("Meanwhile", prescription.meanwhile(), "- ");
        part("Undo", prescription.undo());
    }

    private void proof() {
        if (!usual.covers(finding)) {
            paragraphs.add("**Proof:** " + SafeMarkdown.text(UsualProof.words(finding)));
        }
    }

    private void part(String label, Prescription.Part part) {
        sentences(label, part.sentences(), "1. ");
        if (!part.sql().isEmpty()) {
            if (part.sentences().isEmpty()) {
                paragraphs.add("**" + label + ":**");
            }
            paragraphs.add(SafeMarkdown.fenced(part.sql()));
        }
    }

    private void sentences(String label, List<String> sentences, String bullet) {
        if (sentences.size() == 1) {
            paragraphs.add("**" + label + ":** " + SafeMarkdown.text(sentences.getFirst()));
        } else if (!sentences.isEmpty()) {
            paragraphs.add("**" + label + ":**");
            paragraphs.add(sentences.stream()
                    .map(sentence -> bullet + SafeMarkdown.text(sentence))
                    .collect(Collectors.joining("\n")));
        }
    }
}
