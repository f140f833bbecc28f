// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The percentile itself always lies in the range that is told.
class QueryTimesTest {

    @RepeatedTest(200)
    void holdTheTruePercentile(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<QueryTimes.Times> statements = new ArrayList<>();
        List<Double> executions = new ArrayList<>();
        for (int statement = 0; statement <= random.nextInt(6); statement++) {
            List<Double> own = executions(random);
            executions.addAll(own);
            statements.add(times(own));
        }
        Collections.sort(executions);
        double percentile = executions.get((int) Math.ceil(0.95 * executions.size()) - 1);
        QueryTimes times = new QueryTimes(statements);
        assertThat(times.atLeast(0.95)).isLessThanOrEqualTo(percentile * 1.000_001);
        assertThat(times.atMost(0.95)).isGreaterThanOrEqualTo(percentile * 0.999_999);
    }

    @Test
    void areKnownExactlyWhereAllTakeTheSameTime() {
        QueryTimes times = new QueryTimes(List.of(new QueryTimes.Times(1000, 7, 0, 7, 7)));
        assertThat(times.atLeast(0.95)).isBetween(6.999, 7.001);
        assertThat(times.atMost(0.95)).isBetween(6.999, 7.001);
    }

    @Test
    void leaveASlowStatementOutThatIsRareEnough() {
        QueryTimes times = new QueryTimes(
                List.of(new QueryTimes.Times(9_600, 1, 0, 1, 1), new QueryTimes.Times(400, 5_000, 0, 5_000, 5_000)));
        assertThat(times.atMost(0.95)).isLessThan(1.001);
        assertThat(times.atLeast(0.97)).isGreaterThan(4_999);
    }

    @Test
    void haveNoEndWhereTheSlowestIsNotKnown() {
        QueryTimes times = new QueryTimes(List.of(new QueryTimes.Times(1000, 1e9, 1e9, 0, Double.POSITIVE_INFINITY)));
        assertThat(times.atMost(0.95)).isInfinite();
    }

    /// Some lie close together, some far apart, some in two heaps.
    private static List<Double> executions(Random random) {
        List<Double> times = new ArrayList<>();
        double scale = Math.pow(10, random.nextInt(5) - 1);
        int shape = random.nextInt(3);
        for (int call = 0; call <= random.nextInt(500); call++) {
            times.add(
                    switch (shape) {
                        case 0 -> scale * (1 + random.nextDouble());
                        case 1 -> scale * Math.exp(2 * random.nextGaussian());
                        default -> random.nextInt(20) == 0 ? scale * 100 : scale;
                    });
        }
        return times;
    }

    private static QueryTimes.Times times(List<Double> executions) {
        DoubleSummaryStatistics all =
                executions.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        double variance = executions.stream()
                .mapToDouble(time -> Math.pow(time - all.getAverage(), 2))
                .average()
                .orElseThrow();
        return new QueryTimes.Times(all.getCount(), all.getAverage(), Math.sqrt(variance), all.getMin(), all.getMax());
    }
}
