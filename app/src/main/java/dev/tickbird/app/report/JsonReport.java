// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// A report for programs. The form is a contract: properties may be added, none is renamed or left out.
public final class JsonReport implements Renderer {

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(report, json));
    }

    private static void write(Report report, JsonGenerator json) {
        Examination examination = report.examination();
        json.writeStartObject();
        json.writeStringProperty("tickbird", report.version());
        json.writeStringProperty("takenAt", report.snapshot().takenAt().toString());
        target(report, json);
        findings(examination.findings(), report, json);
        suppressed(examination.suppressed(), report, json);
        json.writeNumberProperty("known", examination.known());
        rejected(examination.rejected(), report, json);
        examined(examination.examined(), json);
        gaps(report.snapshot(), json);
        texts("remarks", examination.remarks(), json);
        json.writeEndObject();
    }

    private static void target(Report report, JsonGenerator json) {
        Server server = report.snapshot().the(Server.class);
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("database", server.database());
        json.writeStringProperty("server", server.version().split(" ", 2)[0]);
        json.writeStringProperty("edition", report.edition());
        json.writeEndObject();
    }

    private static void findings(List<Finding> findings, Report report, JsonGenerator json) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            JsonFinding.write(finding, report.edition(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Each as in `findings`, with the reason why it is accepted, and until when.
    private static void suppressed(List<Examination.Suppressed> suppressed, Report report, JsonGenerator json) {
        json.writeArrayPropertyStart("suppressed");
        for (Examination.Suppressed each : suppressed) {
            json.writeStartObject();
            json.writeStringProperty("reason", each.reason());
            json.writeStringProperty(
                    "until", each.until() == null ? null : each.until().toString());
            JsonFinding.write(each.finding(), report.edition(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Each as its rule prescribed for it, with what went wrong when the remedy was tried.
    private static void rejected(List<Examination.Rejected> rejected, Report report, JsonGenerator json) {
        json.writeArrayPropertyStart("rejected");
        for (Examination.Rejected each : rejected) {
            json.writeStartObject();
            json.writeStringProperty("reason", each.reason());
            JsonFinding.write(each.finding(), report.edition(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void examined(List<Examined> examined, JsonGenerator json) {
        json.writeArrayPropertyStart("examined");
        for (Examined each : examined) {
            json.writeStartObject();
            json.writeStringProperty("rule", each.rule());
            json.writeStringProperty("state", each.state().toString());
            json.writeStringProperty("reason", each.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void gaps(Snapshot snapshot, JsonGenerator json) {
        json.writeArrayPropertyStart("gaps");
        for (Gap gap : snapshot.gaps()) {
            json.writeStartObject();
            json.writeStringProperty("fact", Unseen.words(gap.fact()));
            json.writeStringProperty(
                    "extent",
                    switch (gap.extent()) {
                        case NOTHING_SEEN -> "nothing-seen";
                        case PARTLY_SEEN -> "partly-seen";
                    });
            json.writeStringProperty("reason", gap.reason());
            json.writeStringProperty("hint", gap.hint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void texts(String name, List<String> texts, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
