// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.comparison.Comparison;
import dev.tickbird.model.comparison.Difference;
import dev.tickbird.model.comparison.Meantime;
import dev.tickbird.model.comparison.Uncompared;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A comparison for programs. The form is a contract: properties may be added, none is renamed or left out.
///
/// ```json
/// {"tickbird":"0.1.0","before":{"target":"…","takenAt":"…","database":"shop","server":"17.5"},"after":{…},
///  "same":false,
///  "differences":[
///    {"area":"schema","what":"added","kind":"table","name":"public.invoice","detail":"","parts":["5 columns"]},
///    {"area":"schema","what":"changed","kind":"column","name":"public.orders.note",
///     "changes":[{"property":"type","before":"text","after":"integer"}]}],
///  "notCompared":[{"what":"views","side":"before","partly":false,"reason":"…","hint":"…"}],
///  "meantime":{"reason":"","seconds":86400,"tables":[…],"statements":[…],"counters":[…],"remarks":[]}}
/// ```
public final class ComparisonJson {

    private ComparisonJson() {}

    public static void write(Compared compared, Appendable out) throws IOException {
        SafeJson.write(out, json -> write(compared, json));
    }

    private static void write(Compared compared, JsonGenerator json) {
        Comparison comparison = compared.comparison();
        json.writeStartObject();
        json.writeStringProperty("tickbird", compared.version());
        look("before", compared.before(), json);
        look("after", compared.after(), json);
        json.writeBooleanProperty("same", comparison.isSame());
        differences("differences", comparison.differences(), json);
        json.writeArrayPropertyStart("notCompared");
        comparison.uncompared().forEach(uncompared -> uncompared(uncompared, json));
        json.writeEndArray();
        meantime(comparison.meantime(), json);
        json.writeEndObject();
    }

    private static void look(String name, Compared.Look look, JsonGenerator json) {
        Server server = look.snapshot().the(Server.class);
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("target", look.target());
        json.writeStringProperty("takenAt", look.snapshot().takenAt().toString());
        json.writeStringProperty("database", server.database());
        json.writeStringProperty("server", server.version().split(" ", 2)[0]);
        json.writeEndObject();
    }

    static void differences(String name, List<Difference> differences, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        differences.forEach(difference -> difference(difference, json));
        json.writeEndArray();
    }

    private static void difference(Difference difference, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("area", difference.area().toString());
        switch (difference) {
            case Difference.Added it -> {
                head("added", it, json);
                json.writeStringProperty("detail", it.detail());
                JsonReport.texts("parts", it.parts(), json);
            }
            case Difference.Removed it -> {
                head("removed", it, json);
                json.writeStringProperty("detail", it.detail());
                JsonReport.texts("parts", it.parts(), json);
            }
            case Difference.Changed it -> {
                head("changed", it, json);
                changes(it.changes(), json);
            }
        }
        json.writeEndObject();
    }

    private static void head(String what, Difference difference, JsonGenerator json) {
        json.writeStringProperty("what", what);
        json.writeStringProperty("kind", difference.kind());
        json.writeStringProperty("name", difference.name());
    }

    private static void changes(List<Difference.Change> changes, JsonGenerator json) {
        json.writeArrayPropertyStart("changes");
        for (Difference.Change change : changes) {
            json.writeStartObject();
            json.writeStringProperty("property", change.property());
            json.writeStringProperty("before", change.before());
            json.writeStringProperty("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void uncompared(Uncompared uncompared, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("what", Unseen.words(uncompared.fact()));
        json.writeStringProperty("side", uncompared.side().toString());
        json.writeBooleanProperty("partly", uncompared.partly());
        json.writeStringProperty("reason", uncompared.reason());
        json.writeStringProperty("hint", uncompared.hint());
        json.writeEndObject();
    }

    private static void meantime(Meantime meantime, JsonGenerator json) {
        json.writeObjectPropertyStart("meantime");
        switch (meantime) {
            case Meantime.Unknown it -> json.writeStringProperty("reason", it.reason());
            case Meantime.Measured it -> measured(it, json);
        }
        json.writeEndObject();
    }

    private static void measured(Meantime.Measured measured, JsonGenerator json) {
        json.writeStringProperty("reason", "");
        json.writeNumberProperty("seconds", measured.length().toMillis() / 1000.0);
        json.writeArrayPropertyStart("tables");
        measured.tables().forEach(table -> table(table, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("statements");
        measured.statements().forEach(statement -> statement(statement, json));
        json.writeEndArray();
        json.writeArrayPropertyStart("counters");
        measured.counters().forEach(counter -> counter(counter, json));
        json.writeEndArray();
        JsonReport.texts("remarks", measured.remarks(), json);
    }

    private static void table(Meantime.TableTraffic table, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("table", table.table());
        json.writeNumberProperty("inserted", table.inserted());
        json.writeNumberProperty("updated", table.updated());
        json.writeNumberProperty("deleted", table.deleted());
        json.writeNumberProperty("sequentialScans", table.sequentialScans());
        json.writeNumberProperty("indexScans", table.indexScans());
        size("bytesBefore", table.bytesBefore(), json);
        size("bytesAfter", table.bytesAfter(), json);
        json.writeEndObject();
    }

    private static void size(String name, @Nullable Long bytes, JsonGenerator json) {
        if (bytes == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, bytes);
        }
    }

    private static void statement(Meantime.StatementWork statement, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("queryId", String.valueOf(statement.queryId()));
        json.writeStringProperty("text", statement.text());
        json.writeNumberProperty("calls", statement.calls());
        json.writeNumberProperty("milliseconds", statement.millis());
        json.writeNumberProperty("rows", statement.rows());
        json.writeEndObject();
    }

    private static void counter(Meantime.Counter counter, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", counter.name());
        json.writeNumberProperty("amount", counter.amount());
        json.writeStringProperty("unit", counter.unit().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }
}
