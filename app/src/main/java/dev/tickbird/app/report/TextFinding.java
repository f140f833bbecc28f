// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One finding in full, as a person reads it: what is wrong, what it costs, what to paste, what that does to others,
/// how to take it back, how to see that it helped.
final class TextFinding {

    private static final int TITLE = 10;
    private static final int TEXT = 13;
    private static final int CODE = 4;

    private final Finding finding;
    private final Finding first;
    private final Prescription prescription;
    private final UsualProof usual;
    private final Sheet sheet;

    /// @param first of its rule in the report, which may be this one
    /// @param usual the proof that need not be said
    TextFinding(Finding finding, Finding first, String edition, UsualProof usual, Sheet sheet) {
        this.finding = finding;
        this.first = first;
        this.prescription = Prescription.of(finding.remedy(), edition);
        this.usual = usual;
        this.sheet = sheet;
    }

    void write() throws IOException {
        trouble();
        labelled("costs", List.of(finding.impact()));
        treatment();
        part("watch", prescription.watch());
        proof();
        labelled("more", List.of("tickbird rules " + finding.rule()));
        identity();
    }

    /// Without what the same rule has said before of the like: cost, watch, where to read more.
    void writeShort() throws IOException {
        trouble();
        treatment();
        proof();
        identity();
    }

    private void trouble() throws IOException {
        String severity = finding.severity().toString().toUpperCase(Locale.ROOT);
        sheet.paragraph(severity, Ink.of(finding.severity()), TITLE, finding.title(), Ink.BOLD);
        sheet.paragraph(2, finding.detail());
        sheet.blank();
    }

    private void treatment() throws IOException {
        if (sharesAdvice()) {
            labelled("cure", List.of("as for " + first.subject() + " above, with the names of this one"));
            return;
        }
        part("cure", numbered(prescription.cure()));
        labelled("service", prescription.service());
        labelled("meanwhile", prescription.meanwhile());
        part("undo", prescription.undo());
    }

    /// Whether its advice is word for word that of the first, but for the name of what it is about.
    private boolean sharesAdvice() {
        return !finding.equals(first)
                && finding.remedy() instanceof Remedy.Advice own
                && first.remedy() instanceof Remedy.Advice others
                && nameless(own, finding).equals(nameless(others, first));
    }

    private static List<String> nameless(Remedy.Advice advice, Finding finding) {
        return advice.options().stream()
                .map(option -> option.replace(finding.subject().name(), ""))
                .toList();
    }

    private void proof() throws IOException {
        if (!usual.covers(finding)) {
            labelled("proof", List.of(UsualProof.words(finding)));
        }
    }

    private void identity() throws IOException {
        sheet.whole("  identity", TEXT, finding.identity());
    }

    private void part(String label, Prescription.Part part) throws IOException {
        labelled(label, part.sentences());
        if (!part.sql().isEmpty()) {
            if (part.sentences().isEmpty()) {
                sheet.whole("  " + label, TEXT, "");
            }
            sheet.code(CODE, part.sql());
        }
    }

    private static Prescription.Part numbered(Prescription.Part cure) {
        List<String> sentences = cure.sentences();
        return sentences.size() < 2
                ? cure
                : new Prescription.Part(
                        IntStream.range(0, sentences.size())
                                .mapToObj(i -> (i + 1) + ". " + sentences.get(i))
                                .toList(),
                        cure.sql());
    }

    private void labelled(String label, List<String> texts) throws IOException {
        String shown = "  " + label;
        for (String text : texts) {
            sheet.paragraph(shown, Ink.DIM, TEXT, text, Ink.PLAIN);
            shown = "";
        }
    }
}
