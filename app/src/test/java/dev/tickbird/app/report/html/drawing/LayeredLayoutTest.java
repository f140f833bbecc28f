// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.html.drawing.LayeredLayout.Edge;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {

    private static final int WIDTH = 100;

    private static LayeredLayout layout(int nodes, Edge... edges) {
        int[] heights = new int[nodes];
        Arrays.fill(heights, 30);
        return new LayeredLayout(WIDTH, heights, List.of(edges));
    }

    @Test
    void leadsEdgesFromLeftToRight() {
        LayeredLayout layout = layout(3, new Edge(0, 1), new Edge(1, 2));
        assertThat(layout.node(0).x()).isLessThan(layout.node(1).x());
        assertThat(layout.node(1).x()).isLessThan(layout.node(2).x());
        assertThat(layout.totalWidth()).isEqualTo(3 * WIDTH + 2 * LayeredLayout.COLUMN_GAP);
    }

    @Test
    void drawsAStraightChainStraight() {
        LayeredLayout layout = layout(3, new Edge(0, 1), new Edge(1, 2));
        assertThat(layout.node(0).y())
                .isEqualTo(layout.node(1).y())
                .isEqualTo(layout.node(2).y());
    }

    @Test
    void endsWhereTablesReferenceInACircle() {
        LayeredLayout layout = layout(3, new Edge(0, 1), new Edge(1, 2), new Edge(2, 0));
        assertThat(IntStream.range(0, 3).mapToObj(i -> layout.node(i).x()).distinct())
                .hasSize(3);
    }

    @Test
    void givesLongEdgesWayPoints() {
        LayeredLayout layout = layout(3, new Edge(0, 1), new Edge(1, 2), new Edge(0, 2));
        assertThat(layout.way(0)).isEmpty();
        assertThat(layout.way(2)).hasSize(1);
        assertThat(layout.way(2).getFirst().x()).isEqualTo(layout.node(1).x());
    }

    @Test
    void untanglesWhatNeedNotCross() {
        Edge[] tangled = {new Edge(0, 5), new Edge(1, 4), new Edge(2, 3)};
        Columns columns = Columns.of(new int[] {30, 30, 30, 30, 30, 30}, List.of(tangled));
        Ordering ordering = new Ordering(columns);
        assertThat(ordering.crossings()).isEqualTo(3);
        ordering.sweep(true);
        assertThat(ordering.crossings()).isZero();
    }

    @Test
    void keepsNodesApart() {
        Edge[] star = IntStream.range(1, 20).mapToObj(i -> new Edge(i, 0)).toArray(Edge[]::new);
        LayeredLayout layout = layout(20, star);
        double[] ys = IntStream.range(1, 20)
                .mapToDouble(i -> layout.node(i).y())
                .sorted()
                .toArray();
        for (int i = 1; i < ys.length; i++) {
            assertThat(ys[i] - ys[i - 1]).isGreaterThanOrEqualTo(30);
        }
        assertThat(layout.totalHeight()).isGreaterThanOrEqualTo(19 * 30);
    }
}
