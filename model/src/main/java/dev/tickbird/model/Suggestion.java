// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.util.Collection;
import java.util.Optional;

/// The word that somebody probably meant.
public final class Suggestion {

    private Suggestion() {}

    /// The candidate that needs the fewest changed, missing, superfluous or swapped letters to become the word;
    /// empty if none is near. Of equally near ones the first.
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int least = Math.max(1, word.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /// The same as a sentence, ready to be a hint; empty if nothing is near.
    public static Optional<String> sentence(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(candidate -> "Did you mean \"" + candidate + "\"?");
    }

    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : fewest(from, to, steps, i, j);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int fewest(String from, String to, int[][] steps, int i, int j) {
        char last = Character.toLowerCase(from.charAt(i - 1));
        char wanted = Character.toLowerCase(to.charAt(j - 1));
        int fewest = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        fewest = Math.min(fewest, steps[i - 1][j - 1] + (last == wanted ? 0 : 1));
        boolean swapped = i > 1
                && j > 1
                && last == Character.toLowerCase(to.charAt(j - 2))
                && wanted == Character.toLowerCase(from.charAt(i - 2));
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
