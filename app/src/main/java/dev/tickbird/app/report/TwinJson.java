// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.lab.whatif.HiddenStatistics;
import dev.tickbird.lab.whatif.Plan;
import dev.tickbird.lab.whatif.Planned;
import dev.tickbird.lab.whatif.Unplanned;
import dev.tickbird.lab.whatif.Verdict;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// An answer for programs. The form is a contract: properties may be added, none is renamed or left out. The plans are
/// what `explain (format json)` prints. Each property is told in `docs/reference/json-answer.md`.
public final class TwinJson {

    private static final JsonFactory PLANS = new JsonFactory();

    private TwinJson() {}

    public static void write(TwinReport report, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(report, json));
    }

    private static void write(TwinReport report, JsonGenerator json) {
        Server server = report.snapshot().the(Server.class);
        json.writeStartObject();
        json.writeStringProperty("tickbird", report.version());
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("database", server.database());
        json.writeStringProperty("server", server.version().split(" ", 2)[0]);
        json.writeEndObject();
        json.writeStringProperty("takenAt", report.snapshot().takenAt().toString());
        json.writeObjectPropertyStart("planner");
        json.writeNumberProperty("before", report.answer().before());
        json.writeNumberProperty("after", report.answer().after());
        json.writeEndObject();
        JsonReport.texts("changes", report.changes(), json);
        json.writeNumberProperty("threshold", Verdict.THRESHOLD);
        json.writeArrayPropertyStart("queries");
        HiddenStatistics hidden = HiddenStatistics.of(report.snapshot());
        report.answer().queries().forEach(query -> query(query, hidden, json));
        json.writeEndArray();
        json.writeNumberProperty("aside", report.answer().aside());
        json.writeArrayPropertyStart("unplanned");
        report.answer().unplanned().forEach(query -> unplanned(query, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("gaps");
        report.answer().gaps().forEach(gap -> gap(gap, json));
        json.writeEndArray();
        json.writeStringProperty("uri", report.uri().orElse(null));
        json.writeEndObject();
    }

    private static void query(Planned query, HiddenStatistics hidden, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", query.name());
        json.writeStringProperty("sql", query.sql());
        JsonReport.texts("values", query.values(), json);
        json.writeNumberProperty("costBefore", query.before().cost());
        json.writeNumberProperty("costAfter", query.after().cost());
        json.writeStringProperty("verdict", query.verdict().toString());
        json.writeBooleanProperty("forced", query.isForced());
        JsonReport.texts(
                "withoutStatistics",
                hidden.under(List.of(query)).stream()
                        .map(QualifiedName::toString)
                        .toList(),
                json);
        JsonReport.texts("changed", query.changedNodes(), json);
        plan("planBefore", query.before(), json);
        plan("planAfter", query.after(), json);
        json.writeEndObject();
    }

    private static void plan(String name, Plan plan, JsonGenerator json) {
        json.writeName(name);
        try (JsonParser parser = PLANS.createParser(ObjectReadContext.empty(), plan.json())) {
            parser.nextToken();
            json.copyCurrentStructureExact(parser);
        }
    }

    private static void unplanned(Unplanned query, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", query.name());
        json.writeStringProperty("sql", query.sql());
        json.writeStringProperty("reason", query.reason());
        json.writeStringProperty("hint", query.hint());
        json.writeEndObject();
    }

    private static void gap(TwinGap gap, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("subject", gap.subject());
        json.writeStringProperty("reason", gap.reason());
        json.writeStringProperty("hint", gap.hint());
        json.writeEndObject();
    }
}
