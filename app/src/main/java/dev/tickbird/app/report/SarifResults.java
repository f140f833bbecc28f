// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/// The findings as results of a SARIF run; those that the user has accepted are among them, as suppressed.
final class SarifResults {

    private final Map<String, Integer> indexes = new HashMap<>();
    private final String edition;
    private final JsonGenerator json;

    private SarifResults(List<String> rules, String edition, JsonGenerator json) {
        for (String rule : rules) {
            indexes.put(rule, indexes.size());
        }
        this.edition = edition;
        this.json = json;
    }

    static void write(Report report, List<String> rules, JsonGenerator json) {
        SarifResults results = new SarifResults(rules, report.edition(), json);
        json.writeArrayPropertyStart("results");
        for (Finding finding : report.examination().findings()) {
            results.begin(finding);
            json.writeEndObject();
        }
        for (Examination.Suppressed suppressed : report.examination().suppressed()) {
            results.begin(suppressed.finding());
            results.suppression(suppressed.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void begin(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.rule());
        json.writeNumberProperty("ruleIndex", Objects.requireNonNull(indexes.get(finding.rule())));
        json.writeStringProperty("level", level(finding.severity()));
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", message(finding));
        json.writeStringProperty("markdown", new MarkdownFinding(finding, edition, UsualProof.NONE).text());
        json.writeEndObject();
        location(finding.subject());
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("identity/v1", finding.identity());
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("severity", finding.severity().toString());
        JsonFinding.evidence(finding.evidence(), json);
        JsonFinding.proof(finding.proof(), json);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "error";
            case WARNING -> "warning";
            case ADVICE, NOTE -> "note";
        };
    }

    /// What viewers show that know no Markdown. Even there, brackets before a parenthesis would be a link.
    private String message(Finding finding) {
        Prescription prescription = Prescription.of(finding.remedy(), edition);
        Prescription.Part cure = prescription.cure();
        String service = prescription.service().stream().map(it -> '\n' + it).collect(Collectors.joining());
        String how = String.join("\n", cure.sentences()) + cure.sql() + service;
        String text = Printable.line(finding.title()) + '\n' + Printable.prose(finding.detail()) + '\n'
                + Printable.prose(finding.impact()) + "\n\n" + how;
        return text.replace("](", "\\](");
    }

    private void location(Subject subject) {
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("name", subject.name());
        json.writeStringProperty("fullyQualifiedName", subject.identity());
        json.writeStringProperty("kind", subject.kind());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void suppression(String reason) {
        json.writeArrayPropertyStart("suppressions");
        json.writeStartObject();
        json.writeStringProperty("kind", "external");
        json.writeStringProperty("status", "accepted");
        json.writeStringProperty("justification", reason);
        json.writeEndObject();
        json.writeEndArray();
    }
}
