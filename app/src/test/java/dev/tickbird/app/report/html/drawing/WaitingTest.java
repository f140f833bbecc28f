// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.report.html.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static List<Integer> pids(List<Waiting.Node> nodes) {
        return nodes.stream().map(Waiting.Node::pid).toList();
    }

    @Test
    void isEmptyWhileNobodyWaits() {
        assertThat(Waiting.of(new Shop()
                                .session(1, "a", "active", 1, "select 1")
                                .snapshot())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void putsWhoWaitsForNobodyOnTop() {
        Waiting waiting = Waiting.of(new Shop()
                .session(3, "a", "active", 1, "x", 2)
                .session(2, "a", "active", 1, "x", 1)
                .session(1, "a", "idle in transaction", 1, "x")
                .snapshot());
        assertThat(pids(waiting.roots())).containsExactly(1);
        Waiting.Node root = waiting.roots().getFirst();
        assertThat(root.all()).isEqualTo(2);
        assertThat(pids(root.waiting())).containsExactly(2);
        assertThat(pids(root.waiting().getFirst().waiting())).containsExactly(3);
    }

    @Test
    void drawsACircleOnce() {
        Waiting waiting = Waiting.of(new Shop()
                .session(1, "a", "active", 1, "x", 2)
                .session(2, "a", "active", 1, "x", 1)
                .snapshot());
        assertThat(pids(waiting.roots())).containsExactly(1);
        assertThat(pids(waiting.roots().getFirst().waiting())).containsExactly(2);
        assertThat(waiting.left()).isZero();
    }

    @Test
    void showsABlockerThatIsNoSession() {
        Waiting waiting =
                Waiting.of(new Shop().session(1, "a", "active", 1, "x", 0).snapshot());
        assertThat(pids(waiting.roots())).containsExactly(0);
        assertThat(waiting.roots().getFirst().session()).isNull();
    }

    @Test
    void countsThoseForWhomThereIsNoRoom() {
        Shop shop = new Shop().session(1, "a", "idle in transaction", 1, "x");
        IntStream.range(2, 1_002).forEach(pid -> shop.session(pid, "a", "active", 1, "x", 1));
        Waiting waiting = Waiting.of(shop.snapshot());
        assertThat(waiting.count()).isEqualTo(1_000);
        assertThat(waiting.left()).isEqualTo(801);
    }
}
