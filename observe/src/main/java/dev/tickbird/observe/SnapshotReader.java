// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.Version;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a snapshot from JSON, record by record, and believes nothing it says without looking.
final class SnapshotReader {

    private final InputStream in;
    private final Path file;
    private final Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private String writer = "";
    private int format;
    private @Nullable Instant takenAt;

    SnapshotReader(InputStream in, Path file) {
        this.in = in;
        this.file = file;
    }

    Snapshot read() {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            return read(json);
        }
    }

    private Snapshot read(JsonParser json) {
        expect(json.nextToken() == JsonToken.START_OBJECT, "it does not begin with an object");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            property(name, json);
        }
        expect(json.nextToken() == null, "something follows its end");
        checkFormat();
        if (takenAt == null) {
            throw damaged("it does not say when it was taken");
        }
        Observatory.sources().forEach(this::fillGap);
        return new Snapshot(takenAt, facts, gaps);
    }

    private void property(String name, JsonParser json) {
        switch (name) {
            case "tickbird" -> writer = text(json, name);
            case "format" -> {
                expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "its format is no number");
                format = json.getIntValue();
                checkFormat();
            }
            case "takenAt" -> takenAt = instant(text(json, name));
            case "facts" -> {
                checkFormat();
                facts(json);
            }
            case "gaps" -> {
                expect(json.currentToken() == JsonToken.START_ARRAY, "its gaps are no list");
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    gap(json);
                }
            }
            default -> json.skipChildren();
        }
    }

    private void checkFormat() {
        if (format > SnapshotFile.FORMAT) {
            throw SnapshotFile.failed(
                    "snapshot file \"" + file + "\" has format " + format + ", but Tickbird " + Version.NUMBER
                            + " reads formats up to " + SnapshotFile.FORMAT,
                    "Use Tickbird " + (writer.isEmpty() ? "of a newer version" : writer + " or newer")
                            + ", or take the snapshot again with this one.",
                    null);
        }
        if (format < 1) {
            throw damaged("it does not say its format");
        }
    }

    private void facts(JsonParser json) {
        expect(json.currentToken() == JsonToken.START_OBJECT, "its facts are no object");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<FactSource<?>> source = source(json.currentName());
            json.nextToken();
            if (source.isPresent()) {
                fact(source.get(), json);
            } else {
                json.skipChildren(); // from a newer Tickbird
            }
        }
    }

    private <F extends Fact> void fact(FactSource<F> source, JsonParser json) {
        expect(json.currentToken() == JsonToken.START_ARRAY, "fact " + source.name() + " is no list");
        RecordReader<F> reader = new RecordReader<>(source.fact());
        List<F> rows = new ArrayList<>();
        boolean complete = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            try {
                Optional<F> row = reader.read(json);
                complete &= row.isPresent();
                row.ifPresent(rows::add);
            } catch (RecordReader.Mismatch e) {
                throw damaged("record " + (rows.size() + 1) + " of fact " + source.name() + ": " + e.getMessage());
            }
        }
        if (complete) {
            facts.put(source.fact(), rows);
        } else if (writer.equals(Version.NUMBER)) {
            throw damaged("a record of fact " + source.name() + " is not complete");
        }
    }

    private void gap(JsonParser json) {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
        Optional<FactSource<?>> source = source(texts.getOrDefault("fact", ""));
        if (source.isEmpty()) {
            return; // from a newer Tickbird
        }
        Gap.Extent extent = Gap.Extent.PARTLY_SEEN.name().equals(texts.get("extent"))
                ? Gap.Extent.PARTLY_SEEN
                : Gap.Extent.NOTHING_SEEN;
        @Nullable String reason = texts.get("reason");
        if (reason == null) {
            throw damaged("a gap has no reason");
        }
        gaps.add(new Gap(source.get().fact(), extent, reason, texts.get("hint")));
    }

    /// A fact that the file neither holds nor explains: its writer did not know it, or not all of it.
    private void fillGap(FactSource<?> source) {
        if (facts.containsKey(source.fact())
                || gaps.stream().anyMatch(gap -> gap.fact().equals(source.fact()))) {
            return;
        }
        String reason = writer.equals(Version.NUMBER)
                ? "the snapshot file does not hold it"
                : "the snapshot file was written by Tickbird " + writer + " and does not hold it";
        gaps.add(new Gap(source.fact(), Gap.Extent.NOTHING_SEEN, reason, "Take the snapshot again."));
    }

    private static Optional<FactSource<?>> source(String name) {
        return Observatory.sources()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private String text(JsonParser json, String name) {
        expect(json.currentToken() == JsonToken.VALUE_STRING, '"' + name + "\" is no text");
        return json.getString();
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw damaged("\"takenAt\" is no time");
        }
    }

    private void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw damaged(otherwise);
        }
    }

    private TickbirdException damaged(String how) {
        return SnapshotFile.damaged(file, how, null);
    }
}
