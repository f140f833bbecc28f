// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.Version;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.playbooks.Diagnosis;
import dev.tickbird.rules.playbooks.Emergency;
import dev.tickbird.rules.playbooks.Measure;
import dev.tickbird.rules.playbooks.Sign;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Playbooks for programs. The form is a contract: properties may be added, none is renamed or left out. They
/// are told in `docs/reference/json-emergency.md`.
public final class EmergencyJson {

    private EmergencyJson() {}

    public static void write(EmergencyReport report, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(report, json));
    }

    /// Which playbooks there are.
    public static void list(Appendable out) throws IOException {
        SafeJson.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("tickbird", Version.NUMBER);
            json.writeArrayPropertyStart("playbooks");
            for (Emergency emergency : Emergency.values()) {
                json.writeStartObject();
                named(emergency, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void named(Emergency emergency, JsonGenerator json) {
        json.writeStringProperty("emergency", emergency.toString());
        json.writeStringProperty("title", emergency.title());
    }

    private static void write(EmergencyReport report, JsonGenerator json) {
        @Nullable
        Server server = report.snapshot().map(it -> it.the(Server.class)).orElse(null);
        json.writeStartObject();
        json.writeStringProperty("tickbird", report.version());
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("database", server == null ? null : server.database());
        json.writeStringProperty(
                "server", server == null ? null : server.version().split(" ", 2)[0]);
        json.writeEndObject();
        json.writeStringProperty(
                "takenAt", report.snapshot().map(it -> it.takenAt().toString()).orElse(null));
        json.writeStringProperty("state", report.worst().toString());
        json.writeArrayPropertyStart("playbooks");
        report.diagnoses().forEach(diagnosis -> playbook(diagnosis, report, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void playbook(Diagnosis diagnosis, EmergencyReport report, JsonGenerator json) {
        json.writeStartObject();
        named(diagnosis.emergency(), json);
        json.writeStringProperty("state", diagnosis.state().toString());
        json.writeStringProperty("headline", report.headline(diagnosis));
        json.writeArrayPropertyStart("seen");
        diagnosis.signs().forEach(sign -> sign(sign, json));
        json.writeEndArray();
        JsonReport.texts("counted", diagnosis.numbers(), json);
        json.writeName("first");
        measure(diagnosis.first(), json);
        json.writeArrayPropertyStart("next");
        diagnosis.next().forEach(measure -> measure(measure, json));
        json.writeEndArray();
        JsonReport.texts("never", diagnosis.never(), json);
        JsonReport.texts("read", report.lookedAt(diagnosis), json);
        json.writeArrayPropertyStart("unseen");
        report.unseen(diagnosis).forEach(unseen -> {
            json.writeStartObject();
            JsonReport.texts("what", unseen.what(), json);
            json.writeStringProperty("hint", unseen.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void sign(Sign sign, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("weight", sign.weight().toString());
        json.writeStringProperty("title", sign.title());
        json.writeStringProperty("detail", sign.detail());
        JsonReport.texts("lines", sign.lines(), json);
        JsonFinding.evidence(sign.evidence(), json);
        json.writeEndObject();
    }

    private static void measure(Measure measure, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("what", measure.what());
        JsonReport.texts("sql", measure.sql().stream().map(Sql::text).toList(), json);
        JsonReport.texts("shell", measure.shell(), json);
        json.writeStringProperty("effect", measure.effect());
        json.writeStringProperty("undo", measure.undo());
        JsonReport.texts("rollback", measure.rollback().stream().map(Sql::text).toList(), json);
        json.writeEndObject();
    }
}
