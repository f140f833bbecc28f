// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.Version;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a snapshot as JSON, record by record.
final class SnapshotWriter {

    private final Snapshot snapshot;
    private final JsonGenerator json;

    private SnapshotWriter(Snapshot snapshot, JsonGenerator json) {
        this.snapshot = snapshot;
        this.json = json;
    }

    static void write(Snapshot snapshot, OutputStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            new SnapshotWriter(snapshot, json).write();
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("tickbird", Version.NUMBER);
        json.writeNumberProperty("format", SnapshotFile.FORMAT);
        json.writeStringProperty("takenAt", snapshot.takenAt().toString());
        json.writeObjectPropertyStart("facts");
        Observatory.sources()
                .filter(source -> snapshot.observed().contains(source.fact()))
                .forEach(this::fact);
        json.writeEndObject();
        json.writeArrayPropertyStart("gaps");
        snapshot.gaps().forEach(this::gap);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void fact(FactSource<?> source) {
        json.writeArrayPropertyStart(source.name());
        RecordComponent[] components = source.fact().getRecordComponents();
        for (Fact fact : snapshot.all(source.fact())) {
            row(fact, components);
        }
        json.writeEndArray();
    }

    private void row(Fact fact, RecordComponent[] components) {
        json.writeStartObject();
        for (RecordComponent component : components) {
            @Nullable Object value = value(component, fact);
            if (value != null) {
                json.writeName(component.getName());
                value(value);
            }
        }
        json.writeEndObject();
    }

    private static @Nullable Object value(RecordComponent component, Fact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("could not read component " + component.getName(), e);
        }
    }

    private void value(Object value) {
        switch (value) {
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            case Enum<?> constant -> json.writeString(constant.name());
            default -> json.writeString(value.toString());
        }
    }

    private void gap(Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("fact", Observatory.source(gap.fact()).name());
        json.writeStringProperty("extent", gap.extent().name());
        json.writeStringProperty("reason", gap.reason());
        if (gap.hint() != null) {
            json.writeStringProperty("hint", gap.hint());
        }
        json.writeEndObject();
    }
}
