// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of most common combinations of values, as `pg_mcv_list` keeps it: the different values of each
/// dimension once, then each combination as places in those.
///
/// @param items the most common first
record CommonCombinations(List<Item> items) {

    /// @param values one a dimension of the source; empty where it is null
    record Item(List<Optional<String>> values, double frequency, double baseFrequency) {}

    private static final int MAGIC = 0xE1A651C2;
    private static final int BASIC = 1;

    /// @param types one a dimension, in the order of the statistics object here
    /// @param order which dimension of the source comes at each place here
    byte[] bytes(Values values, List<Long> types, List<Integer> order) throws SQLException {
        LittleEndian head = new LittleEndian()
                .putInt(MAGIC)
                .putInt(BASIC)
                .putInt(items.size())
                .putShort(types.size());
        types.forEach(head::putInt);
        LittleEndian contents = new LittleEndian();
        List<Map<String, Integer>> places = new ArrayList<>();
        for (int dimension = 0; dimension < types.size(); dimension++) {
            Map<String, Integer> distinct = distinct(order.get(dimension));
            places.add(distinct);
            put(values, types.get(dimension), List.copyOf(distinct.keySet()), head, contents);
        }
        head.put(contents.toBytes());
        for (Item item : items) {
            order.forEach(dimension -> head.putByte(item.values().get(dimension).isEmpty() ? 1 : 0));
            head.putDouble(item.frequency()).putDouble(item.baseFrequency());
            for (int place = 0; place < order.size(); place++) {
                Map<String, Integer> distinct = places.get(place);
                Optional<String> value = item.values().get(order.get(place));
                head.putShort(
                        value.map(known -> distinct.getOrDefault(known, 0)).orElse(0));
            }
        }
        return head.toBytes();
    }

    private Map<String, Integer> distinct(int dimension) {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        for (Item item : items) {
            item.values().get(dimension).ifPresent(value -> distinct.putIfAbsent(value, distinct.size()));
        }
        return distinct;
    }

    private static void put(Values values, long type, List<String> texts, LittleEndian head, LittleEndian contents)
            throws SQLException {
        Values.Layout layout = values.layout(type).orElseThrow(() -> new SQLException("no values of type " + type));
        int length = 0;
        int aligned = 0;
        for (byte[] stored : texts.isEmpty() ? List.<byte[]>of() : values.bytes(type, texts)) {
            byte[] value = layout.length() == -1 ? Values.content(stored) : stored;
            if (layout.length() < 0) {
                contents.putInt(value.length);
            }
            contents.put(value);
            length += value.length + (layout.length() < 0 ? 4 : 0);
            aligned += layout.byValue() ? 0 : Page.aligned(value.length + (layout.length() == -1 ? 4 : 0));
        }
        head.putInt(texts.size()).putInt(length).putInt(aligned).putInt(layout.length());
        head.putInt(layout.byValue() ? 1 : 0); // a byte and its padding
    }
}
