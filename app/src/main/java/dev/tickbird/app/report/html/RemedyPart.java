// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Prescription;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Words;
import java.util.ArrayList;
import java.util.List;

/// The cure of a finding: what to run, how to undo it, how to see that it helped, and who is disturbed meanwhile.
final class RemedyPart {

    private final Remedy remedy;
    private final Prescription prescription;
    private final String anchor;

    RemedyPart(Remedy remedy, String edition, String anchor) {
        this.remedy = remedy;
        this.prescription = Prescription.of(remedy, edition);
        this.anchor = anchor;
    }

    String headline() {
        return switch (remedy) {
            case Remedy.Statement statement ->
                "Cure: " + Words.count(statement.steps().size(), "statement");
            case Remedy.Setting setting -> "Cure: set " + setting.name();
            case Remedy.Advice advice ->
                advice.options().size() == 1
                        ? "Cure: advice"
                        : "Cure: " + advice.options().size() + (advice.inOrder() ? " steps" : " options");
        };
    }

    /// What others feel of it, in two or three words each; empty if nothing.
    List<String> burdens() {
        return switch (remedy) {
            case Remedy.Statement statement -> burdens(statement.impact());
            case Remedy.Setting setting -> setting.restart() ? List.of("restart") : List.of();
            case Remedy.Advice advice -> List.of();
        };
    }

    private static List<String> burdens(Impact impact) {
        List<String> burdens = new ArrayList<>();
        if (impact.locks().stream().anyMatch(lock -> lock.mode().blocksReads())) {
            burdens.add("blocks reads and writes");
        } else if (impact.locks().stream().anyMatch(lock -> lock.mode().blocksWrites())) {
            burdens.add("blocks writes");
        }
        if (!impact.rewrites().isEmpty()) {
            burdens.add("rewrites");
        }
        if (impact.restart()) {
            burdens.add("restart");
        }
        if (!impact.foreseen()) {
            burdens.add("unknown locks");
        }
        return burdens;
    }

    void write(Html html) {
        part("Cure", prescription.cure(), "cure", html);
        service(html);
        part("Undo", prescription.undo(), "undo", html);
        part("Watch", prescription.watch(), "watch", html);
    }

    /// What the service has in place of what the cure asks for.
    private void service(Html html) {
        if (!prescription.service().isEmpty()) {
            html.leaf("h5", "On this service");
            prescription.service().forEach(sentence -> html.leaf("p", sentence));
        }
    }

    /// What is locked, rewritten or restarted.
    void meanwhile(Html html) {
        if (prescription.meanwhile().isEmpty()) {
            return;
        }
        html.leaf("h5", "Meanwhile");
        html.start("ul", "class", "meanwhile");
        prescription.meanwhile().forEach(line -> html.leaf("li", line));
        html.end();
    }

    private String toPerson() {
        return remedy instanceof Remedy.Advice advice && advice.inOrder()
                ? "To be done by a person, one after the other:"
                : "To be decided by a person, best first:";
    }

    private void part(String heading, Prescription.Part part, String name, Html html) {
        if (part.isEmpty()) {
            return;
        }
        html.leaf("h5", heading);
        if (part.sentences().size() > 1) {
            html.leaf("p", toPerson());
            html.start("ol");
            part.sentences().forEach(sentence -> html.leaf("li", sentence));
            html.end();
        } else {
            part.sentences().forEach(sentence -> html.leaf("p", sentence));
        }
        if (!part.sql().isEmpty()) {
            Code.write(part.sql(), name, anchor + "-" + name, html);
        }
    }
}
