// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Gap;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.RulePage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/// A report as SARIF 2.1.0, for code scanners and whatever gathers their results. Objects of a database are no files,
/// so results have logical locations only.
public final class SarifReport implements Renderer {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private final Function<String, Optional<RulePage>> pages;

    public SarifReport() {
        this(slug -> Catalogue.rule(slug).map(RulePage::of));
    }

    SarifReport(Function<String, Optional<RulePage>> pages) {
        this.pages = pages;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(report, json));
    }

    private void write(Report report, JsonGenerator json) {
        List<String> rules = rules(report.examination());
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(report.version(), rules, json);
        invocation(report, rules, json);
        SarifResults.write(report, rules, json);
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("target", report.target());
        json.writeStringProperty("edition", report.edition());
        json.writeNumberProperty("known", report.examination().known());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Every rule that looked, could not look, or found something.
    private static List<String> rules(Examination examination) {
        Set<String> rules = new LinkedHashSet<>();
        examination.examined().forEach(examined -> rules.add(examined.rule()));
        examination.findings().forEach(finding -> rules.add(finding.rule()));
        examination
                .suppressed()
                .forEach(suppressed -> rules.add(suppressed.finding().rule()));
        return new ArrayList<>(rules);
    }

    private void tool(String version, List<String> rules, JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Tickbird");
        json.writeStringProperty("version", version);
        json.writeArrayPropertyStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", rule);
            pages.apply(rule).ifPresent(page -> help(page, json));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void help(RulePage page, JsonGenerator json) {
        text("shortDescription", page.summary(), json);
        json.writeObjectPropertyStart("help");
        json.writeStringProperty("text", page.text());
        json.writeStringProperty("markdown", page.text());
        json.writeEndObject();
    }

    private static void invocation(Report report, List<String> rules, JsonGenerator json) {
        Instant start = report.snapshot().takenAt();
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", !Limits.of(report).sawNothing());
        json.writeStringProperty("startTimeUtc", start.toString());
        json.writeStringProperty("endTimeUtc", start.plus(report.took()).toString());
        json.writeArrayPropertyStart("toolExecutionNotifications");
        for (Examined examined : report.examination().examined()) {
            if (!examined.reason().isEmpty()) {
                notExamined(examined, rules.indexOf(examined.rule()), json);
            }
        }
        for (Gap gap : report.snapshot().gaps()) {
            String hint = gap.hint();
            beginNotification(
                    "note", Unseen.words(gap.fact()) + ": " + gap.reason() + (hint == null ? "" : "\n" + hint), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("toolConfigurationNotifications");
        for (String remark : report.examination().remarks()) {
            beginNotification("note", remark, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notExamined(Examined examined, int rule, JsonGenerator json) {
        String state = examined.state() == Examined.State.NOT_EXAMINED ? "not examined" : "examined in part";
        beginNotification("warning", "rule " + examined.rule() + " " + state + ": " + examined.reason(), json);
        json.writeObjectPropertyStart("associatedRule");
        json.writeStringProperty("id", examined.rule());
        json.writeNumberProperty("index", rule);
        json.writeEndObject();
        json.writeEndObject();
    }

    /// The caller may add to it, and ends it.
    private static void beginNotification(String level, String message, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("level", level);
        text("message", message, json);
    }

    static void text(String name, String text, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
