// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.util.List;

/// The results of measuring one thing several times.
record Sample(List<Double> values) {

    Sample {
        values = values.stream().sorted().toList();
    }

    double median() {
        return quantile(0.5);
    }

    double lowerQuartile() {
        return quantile(0.25);
    }

    double upperQuartile() {
        return quantile(0.75);
    }

    private double quantile(double share) {
        double place = share * (values.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.size() - 1);
        return values.get(below) + (place - below) * (values.get(above) - values.get(below));
    }
}
