// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import java.util.List;
import java.util.stream.Collectors;

/// What an examination made of what was planted.
///
/// @param missed what it should have found
/// @param others what it found although nobody planted it
public record Score(int planted, List<PlantedSickness> missed, List<Finding> others) {

    public Score {
        missed = List.copyOf(missed);
        others = List.copyOf(others);
    }

    public static Score of(List<PlantedSickness> planted, List<Finding> findings) {
        return new Score(
                planted.size(),
                planted.stream()
                        .filter(sickness -> findings.stream().noneMatch(sickness::explains))
                        .toList(),
                findings.stream()
                        .filter(finding -> planted.stream().noneMatch(sickness -> sickness.explains(finding)))
                        .toList());
    }

    /// The score in one line.
    @Override
    public String toString() {
        String words =
                Words.count(planted - missed.size()) + " of " + Words.count(planted) + " planted sicknesses were found";
        if (!missed.isEmpty()) {
            words += "; not found: "
                    + missed.stream().map(PlantedSickness::finding).collect(Collectors.joining(", "));
        }
        return others.isEmpty() ? words : words + "; " + Words.count(others.size()) + " more that nobody planted";
    }
}
