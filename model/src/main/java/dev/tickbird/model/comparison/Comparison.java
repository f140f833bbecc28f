// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.comparison;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.ColumnDefault;
import dev.tickbird.model.schema.ForeignTable;
import dev.tickbird.model.schema.Inheritance;
import dev.tickbird.model.schema.MaterializedView;
import dev.tickbird.model.schema.Partition;
import dev.tickbird.model.schema.PartitionedTable;
import dev.tickbird.model.server.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How two snapshots differ: of one database at two moments, or of two databases.
///
/// @param differences by area, then by kind, then by name
/// @param uncompared what one side or both did not see
/// @param meantime what was done between the two
public record Comparison(List<Difference> differences, List<Uncompared> uncompared, Meantime meantime) {

    /// Owners before what belongs to them; the order in which differences are told.
    private static final List<Kind<?>> KINDS = Stream.of(
                    ObjectKinds.ALL, RelationKinds.ALL, PartKinds.ALL, RareKinds.ALL, ServerKinds.ALL)
            .<Kind<?>>flatMap(List::stream)
            .toList();

    /// What tells more about the objects of other facts.
    private static final List<Class<? extends Fact>> DETAILS = List.of(
            ColumnDefault.class,
            ForeignTable.class,
            Inheritance.class,
            MaterializedView.class,
            Partition.class,
            PartitionedTable.class);

    public Comparison {
        differences = List.copyOf(differences);
        uncompared = List.copyOf(uncompared);
    }

    /// What must be observed on both sides.
    public static Set<Class<? extends Fact>> facts() {
        Set<Class<? extends Fact>> facts = described();
        facts.add(Server.class);
        facts.addAll(Traffic.FACTS);
        return facts;
    }

    public static Comparison of(Snapshot before, Snapshot after) {
        Moment old = Moment.of(before, after, KINDS);
        Moment now = Moment.of(after, before, KINDS);
        List<Draft> drafts = new ArrayList<>();
        for (Kind<?> kind : KINDS) {
            if (isSeen(kind, old) && isSeen(kind, now)) {
                drafts.addAll(new Matching<>(kind, old, now).drafts());
            }
        }
        List<Difference> differences = new Folding(drafts)
                .told().stream().sorted(Comparator.comparing(Difference::area)).toList();
        return new Comparison(differences, Blindness.of(described(), old, now), Traffic.between(old, now));
    }

    /// Whether nothing that was compared differs; what was done meanwhile does not count.
    public boolean isSame() {
        return differences.isEmpty();
    }

    public List<Difference> of(Area area) {
        return differences.stream()
                .filter(difference -> difference.area() == area)
                .toList();
    }

    private static Set<Class<? extends Fact>> described() {
        Set<Class<? extends Fact>> facts = new LinkedHashSet<>();
        for (Kind<?> kind : KINDS) {
            facts.add(kind.fact());
            facts.addAll(kind.needs());
        }
        facts.addAll(DETAILS);
        return facts;
    }

    private static boolean isSeen(Kind<?> kind, Moment moment) {
        return moment.blindness(kind.fact()).isEmpty()
                && kind.needs().stream().allMatch(fact -> moment.blindness(fact).isEmpty());
    }
}
