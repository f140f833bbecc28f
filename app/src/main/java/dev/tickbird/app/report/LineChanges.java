// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.util.ArrayList;
import java.util.List;

/// The lines that two texts do not share, as `diff` marks them: `- ` for the first's, `+ ` for the second's.
final class LineChanges {

    /// Beyond this many lines on both sides, the common ones in the middle are not looked for.
    private static final int LONGEST = 2_000;

    private LineChanges() {}

    static List<String> between(String before, String after) {
        List<String> from = before.lines().toList();
        List<String> to = after.lines().toList();
        List<String> changes = new ArrayList<>();
        if (Math.max(from.size(), to.size()) > LONGEST) {
            from.stream().filter(line -> !to.contains(line)).forEach(line -> changes.add("- " + line));
            to.stream().filter(line -> !from.contains(line)).forEach(line -> changes.add("+ " + line));
            return changes;
        }
        int[][] common = common(from, to);
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                i++;
                j++;
            } else if (j == to.size() || i < from.size() && common[i + 1][j] >= common[i][j + 1]) {
                changes.add("- " + from.get(i++));
            } else {
                changes.add("+ " + to.get(j++));
            }
        }
        return changes;
    }

    /// How many lines the rests of the two have in common, in order.
    private static int[][] common(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
