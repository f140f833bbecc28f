// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.figures.TableFigures;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the disk goes: the largest tables with their indexes and TOAST, partitions added up under their parent.
public final class SizeBars {

    private static final int SHOWN = 15;

    /// The files of one table, or of a partitioned table's partitions.
    private record Share(String name, int partitions, long heap, long indexes, long toast) {

        long total() {
            return heap + indexes + toast;
        }

        Share plus(Share other) {
            return new Share(
                    name,
                    partitions + other.partitions,
                    heap + other.heap,
                    indexes + other.indexes,
                    toast + other.toast);
        }
    }

    private SizeBars() {}

    public static void draw(List<TableFigures> figures, Html html) {
        List<Share> shares = shares(figures).stream()
                .filter(share -> share.total() > 0)
                .sorted(Comparator.comparingLong(Share::total).reversed())
                .toList();
        if (shares.isEmpty()) {
            html.leaf("p", "The sizes of tables were not observed, or every table is empty.", "class", "empty");
            return;
        }
        int shown = shares.size() == SHOWN + 1 ? SHOWN + 1 : Math.min(SHOWN, shares.size());
        List<Share> drawn = new ArrayList<>(shares.subList(0, shown));
        shares.stream().skip(shown).reduce(Share::plus).ifPresent(rest -> drawn.add(renamed(rest, shares.size())));
        html.leaf("p", summary(shares));
        legend(html);
        double longest = drawn.stream().mapToLong(Share::total).max().orElse(0);
        List<Bars.Bar> bars = drawn.stream().map(SizeBars::bar).toList();
        new Bars("Size of the largest tables", "table", List.of("total", "rows", "indexes", "TOAST"), bars, longest)
                .draw(html);
    }

    private static List<Share> shares(List<TableFigures> figures) {
        Map<Long, Table> tables = new HashMap<>();
        figures.forEach(it -> tables.put(it.table().oid(), it.table()));
        Map<Long, Share> shares = new LinkedHashMap<>();
        for (TableFigures each : figures) {
            Table top = topmost(each.table(), tables);
            Share share = new Share(
                    top.qualifiedName().toString(),
                    each.table().partition() && each.heap() != null ? 1 : 0,
                    zeroIfUnknown(each.heap()),
                    zeroIfUnknown(each.indexes()),
                    zeroIfUnknown(each.toast()));
            shares.merge(top.oid(), share, Share::plus);
        }
        return List.copyOf(shares.values());
    }

    /// The partitioned table that it is a part of, at any depth; itself if it is no partition.
    private static Table topmost(Table table, Map<Long, Table> tables) {
        Table top = table;
        while (top.partition()) {
            @Nullable Table parent = tables.get(Objects.requireNonNullElse(top.parent(), 0L));
            if (parent == null) {
                return top;
            }
            top = parent;
        }
        return top;
    }

    private static Share renamed(Share rest, int all) {
        return new Share(
                "the other " + Words.count(all - SHOWN, "table"), 0, rest.heap(), rest.indexes(), rest.toast());
    }

    private static String summary(List<Share> shares) {
        long all = shares.stream().mapToLong(Share::total).sum();
        long indexes = shares.stream().mapToLong(Share::indexes).sum();
        Share first = shares.getFirst();
        return (Words.count(shares.size(), "table") + " and their indexes take " + Words.bytes(all) + ", of which "
                        + Words.percent((double) indexes / all) + " are indexes. The largest is " + first.name()
                        + " with "
                        + Words.bytes(first.total()) + ", " + Words.percent((double) first.total() / all) + " of all.")
                .replace(" %", "\u00a0%");
    }

    private static Bars.Bar bar(Share share) {
        String name = share.partitions() == 0
                ? share.name()
                : share.name() + " (" + Words.count(share.partitions(), "partition") + ")";
        return new Bars.Bar(
                name,
                List.of(
                        new Bars.Part("heap", share.heap()),
                        new Bars.Part("indexes", share.indexes()),
                        new Bars.Part("toast", share.toast())),
                List.of(
                        Words.bytes(share.total()),
                        Words.bytes(share.heap()),
                        Words.bytes(share.indexes()),
                        Words.bytes(share.toast())));
    }

    private static void legend(Html html) {
        Legend.start(html);
        Legend.entry("part-heap", "rows", html);
        Legend.entry("part-indexes", "indexes", html);
        Legend.entry("part-toast", "long values (TOAST)", html);
        Legend.end(html);
    }

    private static long zeroIfUnknown(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
