// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.app.Tickbird;
import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.observe.target.Target;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole demo, once: it takes as long as for a user.
@Timeout(300)
class DemoTest {

    @Test
    void isFoundSickInEveryWayAndLeavesNothingBehind() {
        String name = UUID.randomUUID().toString(); // else somebody's kept demo would go
        Path folder;
        Target target;
        try (Demo demo = Demo.start(step -> {})) {
            folder = demo.folder();
            target = demo.target();
            demo.work(Demo.SHORTEST);
            assertThat(Demo.score(examine(target)).missed()).isEmpty();
            demo.keep(name);
        }

        assertThat(examine(target).findings())
                .extracting(Finding::identity)
                .contains("unindexed-foreign-key:app.patch_row(sheet_id)")
                .doesNotContain("idle-in-transaction:importer/stock-import"); // sessions end with the demo

        assertThat(Demo.removeKept(name)).isOne();
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(folder.resolve("data").toString()));
    }

    private static Examination examine(Target target) {
        Examiner examiner = new Examiner(Demo.configuration().withoutOpinions(), Settlement.NONE);
        return new Tickbird(Duration.ofSeconds(60), fact -> {})
                .examine(target, examiner, Set.of())
                .examination();
    }
}
