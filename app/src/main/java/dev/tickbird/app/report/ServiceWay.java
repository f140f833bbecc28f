// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.HostWork;
import java.util.Arrays;
import java.util.List;

/// What an edition has in place of the files, the restart or the superuser that a remedy asks for.
final class ServiceWay {

    private ServiceWay() {}

    /// In full sentences; none where the server is one's own, or the remedy asks for nothing of the kind.
    static List<String> of(Remedy remedy, String edition) {
        return Arrays.stream(Edition.values())
                .filter(known -> known.displayName().equals(edition))
                .flatMap(known -> asked(remedy).stream().map(work -> work.on(known)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<HostWork> asked(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Advice advice -> HostWork.namedIn(String.join("\n", advice.options()));
            case Remedy.Setting setting -> setting.restart() ? List.of(HostWork.RESTART) : List.of();
            case Remedy.Statement statement -> statement.impact().restart() ? List.of(HostWork.RESTART) : List.of();
        };
    }
}
