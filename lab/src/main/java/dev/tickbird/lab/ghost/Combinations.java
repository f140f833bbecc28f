// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How PostgreSQL keeps numbers of distinct combinations and degrees of dependency: it refuses them as text, and takes
/// them as bytes.
///
/// @param renumbered the number of a column here, by its number on the source; expressions have negative ones
record Combinations(IntUnaryOperator renumbered) {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]+)\": ([-+.0-9eE]+)");
    private static final int DISTINCT_MAGIC = 0xA352BFA4;
    private static final int DEPENDENCIES_MAGIC = 0xB4549A2C;
    private static final int BASIC = 1;

    private record Entry(List<Integer> columns, double value) {}

    byte[] distinct(String text) {
        List<Entry> entries = entries(text);
        LittleEndian bytes = header(DISTINCT_MAGIC, entries.size());
        for (Entry entry : entries) {
            bytes.putDouble(entry.value()).putInt(entry.columns().size());
            entry.columns().forEach(bytes::putShort);
        }
        return bytes.toBytes();
    }

    byte[] dependencies(String text) {
        List<Entry> entries = entries(text);
        LittleEndian bytes = header(DEPENDENCIES_MAGIC, entries.size());
        for (Entry entry : entries) {
            bytes.putDouble(entry.value()).putShort(entry.columns().size());
            entry.columns().forEach(bytes::putShort);
        }
        return bytes.toBytes();
    }

    /// The source's own bytes, with the columns' numbers here.
    byte[] dependencyBytes(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int entries = buffer.getInt(8);
        int at = 12;
        for (int entry = 0; entry < entries; entry++) {
            int columns = buffer.getShort(at + 8);
            at += 10;
            for (int column = 0; column < columns; column++, at += 2) {
                buffer.putShort(at, (short) renumbered.applyAsInt(buffer.getShort(at)));
            }
        }
        return bytes;
    }

    private static LittleEndian header(int magic, int entries) {
        return new LittleEndian().putInt(magic).putInt(BASIC).putInt(entries);
    }

    private List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(text);
        while (matcher.find()) {
            List<Integer> columns = Arrays.stream(matcher.group(1).split(", | => ", -1))
                    .map(Integer::valueOf)
                    .map(renumbered::applyAsInt)
                    .toList();
            entries.add(new Entry(columns, Double.parseDouble(matcher.group(2))));
        }
        return entries;
    }
}
