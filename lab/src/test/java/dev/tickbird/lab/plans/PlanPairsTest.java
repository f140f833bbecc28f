// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanPairsTest {

    @Test
    void takesNodesTogetherThatFollowEachOtherInOneOrder() {
        PlanTree scan = scan("orders");
        PlanTree other = scan("orders");
        PlanTree before = node("Sort", node("Hash Join", scan, node("Hash", scan("lines"))));
        PlanTree after = node("Sort", node("Nested Loop", other, scan("lines")));
        PlanPairs pairs = PlanPairs.of(before, after);
        assertThat(pairs.partner(before)).containsSame(after);
        assertThat(pairs.partner(scan)).containsSame(other);
        assertThat(alone(before, pairs)).containsExactly("Hash Join", "Hash");
        assertThat(alone(after, pairs)).containsExactly("Nested Loop");
    }

    @Test
    void findsWhatHasMoved() {
        PlanTree before = node("Hash Join", scan("a"), scan("b"));
        PlanTree after = node("Hash Join", scan("b"), scan("a"));
        PlanPairs pairs = PlanPairs.of(before, after);
        assertThat(alone(before, pairs)).isEmpty();
        assertThat(pairs.partner(before.children().getFirst()))
                .containsSame(after.children().getLast());
    }

    @Test
    void countsNodesThatAreCalledAlike() {
        PlanTree before = node("Append", scan("a"), scan("a"), scan("a"));
        PlanTree after = node("Append", scan("a"));
        assertThat(alone(before, PlanPairs.of(before, after))).containsExactly("Seq Scan on a", "Seq Scan on a");
    }

    @Test
    void pairsThousandsOfPartitions() {
        PlanTree[] parts =
                IntStream.range(0, 5_000).mapToObj(i -> scan("part_" + i)).toArray(PlanTree[]::new);
        PlanTree before = node("Append", parts);
        PlanTree after = node("Append", scan("part_4999"));
        assertThat(alone(before, PlanPairs.of(before, after))).hasSize(4_999);
    }

    private static List<String> alone(PlanTree plan, PlanPairs pairs) {
        return plan.nodes()
                .filter(node -> pairs.partner(node).isEmpty())
                .map(PlanTree::label)
                .toList();
    }

    private static PlanTree scan(String table) {
        return new PlanTree(Map.of("Node Type", "Seq Scan", "Relation Name", table), 0, 1, 1, 1, List.of());
    }

    private static PlanTree node(String type, PlanTree... children) {
        return new PlanTree(Map.of("Node Type", type), 0, 1, 1, 1, List.of(children));
    }
}
