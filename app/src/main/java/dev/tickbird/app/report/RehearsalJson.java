// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.lab.rehearsal.Estimate;
import dev.tickbird.lab.rehearsal.Hold;
import dev.tickbird.lab.rehearsal.Holds;
import dev.tickbird.lab.rehearsal.LockTaken;
import dev.tickbird.lab.rehearsal.Objection;
import dev.tickbird.lab.rehearsal.Observed;
import dev.tickbird.lab.rehearsal.Place;
import dev.tickbird.lab.rehearsal.Rehearsed;
import dev.tickbird.lab.twin.TwinGap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A rehearsal for programs. The form is a contract: properties may be added, none is renamed or left out. Each is told
/// in `docs/reference/json-rehearsal.md`.
public final class RehearsalJson {

    private final RehearsalReport report;
    private final JsonGenerator json;
    private final Holds sizes;

    private RehearsalJson(RehearsalReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
        sizes = report.holds();
    }

    public static void write(RehearsalReport report, Appendable out) throws IOException {
        SafeJson.write(out, json -> new RehearsalJson(report, json).write());
    }

    private void write() {
        Server server = report.snapshot().the(Server.class);
        Rehearsed rehearsed = report.rehearsed();
        json.writeStartObject();
        json.writeStringProperty("tickbird", report.version());
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("database", server.database());
        json.writeStringProperty("server", server.version().split(" ", 2)[0]);
        json.writeEndObject();
        json.writeStringProperty("takenAt", report.snapshot().takenAt().toString());
        json.writeNumberProperty("rehearsedOn", report.major());
        json.writeStringProperty("outcome", outcome(rehearsed));
        json.writeBooleanProperty("fine", report.isFine());
        json.writeBooleanProperty("restored", report.isRestored());
        statements("script", report.script(), rehearsed.cure());
        statements("undo", report.undo(), rehearsed.undo());
        json.writeArrayPropertyStart("problems");
        problems(rehearsed);
        json.writeEndArray();
        ComparisonJson.differences("changes", rehearsed.changes(), json);
        JsonReport.texts("lasting", report.lasting(), json);
        json.writeArrayPropertyStart("gaps");
        report.gaps().forEach(this::gap);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String outcome(Rehearsed rehearsed) {
        return switch (rehearsed) {
            case Rehearsed.CarriedOut _ -> "ran";
            case Rehearsed.Failed _ -> "failed";
            case Rehearsed.Refused _ -> "refused";
        };
    }

    private void statements(String name, Scripts scripts, List<Observed> statements) {
        List<Hold> holds = sizes.of(statements);
        json.writeArrayPropertyStart(name);
        for (Observed statement : statements) {
            json.writeStartObject();
            spot(scripts, statement.place());
            json.writeStringProperty("sql", statement.sql());
            json.writeNumberProperty("transaction", statement.transaction());
            json.writeBooleanProperty("outsideTransactions", statement.alone());
            json.writeBooleanProperty("waitsForTransactions", statement.outwaits());
            names("rewrites", statement.work().rewritten());
            names("builds", statement.work().built());
            names("scans", statement.work().scanned());
            names("creates", statement.work().created());
            names("drops", statement.work().dropped());
            estimate(sizes.of(statement));
            json.writeArrayPropertyStart("locks");
            Scripts.Spot until = scripts.spot(RehearsalWords.until(statement, statements));
            statement.locks().forEach(lock -> lock(lock, until, heldBy(statement, lock, holds)));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Optional<Hold> heldBy(Observed statement, LockTaken lock, List<Hold> holds) {
        return holds.stream()
                .filter(hold ->
                        hold.from().equals(statement.place()) && hold.relation().equals(lock.relation()))
                .findFirst();
    }

    private void lock(LockTaken lock, Scripts.Spot until, Optional<Hold> hold) {
        json.writeStartObject();
        json.writeStringProperty("relation", lock.relation().toString());
        json.writeStringProperty("mode", lock.mode().toString());
        json.writeStringProperty(
                "indexOf", lock.table() == null ? null : lock.table().toString());
        json.writeBooleanProperty("blocksReads", lock.mode().blocksReads());
        json.writeBooleanProperty("blocksWrites", lock.mode().blocksWrites());
        json.writeStringProperty("untilFile", until.script());
        json.writeNumberProperty("untilLine", until.line());
        estimate(hold.map(Hold::estimate).orElse(new Estimate(null, "it is held as long as that on its table")));
        json.writeEndObject();
    }

    private void estimate(Estimate estimate) {
        if (estimate.time() == null) {
            json.writeNullProperty("seconds");
        } else {
            json.writeNumberProperty("seconds", estimate.time().toMillis() / 1000.0);
        }
        json.writeStringProperty("basis", estimate.basis());
    }

    private void problems(Rehearsed rehearsed) {
        switch (rehearsed) {
            case Rehearsed.CarriedOut _ -> {}
            case Rehearsed.Failed failed ->
                problem(
                        failed.part(),
                        failed.error().place(),
                        failed.error().message(),
                        failed.error().state());
            case Rehearsed.Refused refused -> {
                for (Objection objection : refused.objections()) {
                    problem(refused.part(), objection.place(), objection.reason(), null);
                }
            }
        }
    }

    private void problem(Rehearsed.Part part, Place place, String message, @Nullable String state) {
        json.writeStartObject();
        json.writeStringProperty("part", RehearsalWords.name(part));
        spot(report.of(part), place);
        json.writeNumberProperty("column", place.column());
        json.writeStringProperty("message", message);
        json.writeStringProperty("sqlstate", state);
        json.writeEndObject();
    }

    private void spot(Scripts scripts, Place place) {
        Scripts.Spot spot = scripts.spot(place);
        json.writeStringProperty("file", spot.script());
        json.writeNumberProperty("line", spot.line());
    }

    private void names(String name, List<QualifiedName> relations) {
        JsonReport.texts(name, relations.stream().map(QualifiedName::toString).toList(), json);
    }

    private void gap(TwinGap gap) {
        json.writeStartObject();
        json.writeStringProperty("subject", gap.subject());
        json.writeStringProperty("reason", gap.reason());
        json.writeStringProperty("hint", gap.hint());
        json.writeEndObject();
    }
}
