// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.server.Server;
import dev.tickbird.rules.scorecard.Grade;
import dev.tickbird.rules.scorecard.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A scorecard for programs. The form is a contract: properties may be added, none is renamed or left out. Times are in
/// milliseconds, shares between 0 and 1; what is not known is null.
///
/// ```json
/// {"tickbird":"0.1.0","target":{"database":"shop","server":"17.5"},"takenAt":"…","before":null,
///  "goals":[{"goal":"cache-hit","title":"blocks found in memory","unit":"share","wanted":0.95,"moreIsBetter":true,
///
/// "verdict":"pass","least":0.987,"most":0.987,"how":"…","reason":null,"remedy":null,"leastBefore":null,"mostBefore":null}]}
/// ```
public final class ScorecardJson {

    private ScorecardJson() {}

    public static void write(ScorecardReport report, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(report, json));
    }

    private static void write(ScorecardReport report, JsonGenerator json) {
        Server server = report.snapshot().the(Server.class);
        json.writeStartObject();
        json.writeStringProperty("tickbird", report.version());
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("database", server.database());
        json.writeStringProperty("server", server.version().split(" ", 2)[0]);
        json.writeEndObject();
        json.writeStringProperty("takenAt", report.snapshot().takenAt().toString());
        json.writeStringProperty(
                "before",
                report.before().map(it -> it.snapshot().takenAt().toString()).orElse(null));
        json.writeArrayPropertyStart("goals");
        report.scorecard().grades().forEach(grade -> grade(grade, report, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void grade(Grade grade, ScorecardReport report, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("goal", grade.goal().slug());
        json.writeStringProperty("title", grade.goal().title());
        json.writeStringProperty("unit", grade.goal().isShare() ? "share" : "milliseconds");
        json.writeNumberProperty("wanted", grade.goal().limit());
        json.writeBooleanProperty("moreIsBetter", grade.goal().moreIsBetter());
        json.writeStringProperty("verdict", grade.verdict().toString());
        range(grade, "", json);
        switch (grade.reading()) {
            case Reading.Measured measured -> words(measured.how(), null, measured.finer(), json);
            case Reading.Unmeasured unmeasured -> words(null, unmeasured.reason(), unmeasured.remedy(), json);
        }
        report.before().ifPresentOrElse(before -> range(before.of(grade), "Before", json), () -> nulls("Before", json));
        json.writeEndObject();
    }

    private static void range(Grade grade, String when, JsonGenerator json) {
        if (grade.reading() instanceof Reading.Measured measured) {
            json.writeNumberProperty("least" + when, rounded(measured.least()));
            if (Double.isInfinite(measured.most())) {
                json.writeNullProperty("most" + when);
            } else {
                json.writeNumberProperty("most" + when, rounded(measured.most()));
            }
        } else {
            nulls(when, json);
        }
    }

    /// More digits than anything here is measured with.
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static void nulls(String when, JsonGenerator json) {
        json.writeNullProperty("least" + when);
        json.writeNullProperty("most" + when);
    }

    private static void words(@Nullable String how, @Nullable String reason, String remedy, JsonGenerator json) {
        json.writeStringProperty("how", how);
        json.writeStringProperty("reason", reason);
        json.writeStringProperty("remedy", remedy.isEmpty() ? null : remedy);
    }
}
