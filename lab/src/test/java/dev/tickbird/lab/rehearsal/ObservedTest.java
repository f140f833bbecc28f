// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTest {

    private static final QualifiedName TABLE = new QualifiedName("live", "cue");
    private static final QualifiedName INDEX = new QualifiedName("live", "cue_day");

    private static final Impact SOFT = Impact.locking(TABLE, LockMode.SHARE_UPDATE_EXCLUSIVE);

    @Test
    void doesNotMindTheLastLockOnAnIndexThatIsDroppedConcurrently() {
        LockTaken last = new LockTaken(INDEX, LockMode.ACCESS_EXCLUSIVE, TABLE);
        assertThat(Observed.objections(List.of(statement(true, last)), SOFT)).isEmpty();
        assertThat(Observed.objections(List.of(statement(false, last)), SOFT))
                .contains("takes AccessExclusiveLock on live.cue_day, but says nothing");
    }

    @Test
    void mindsALockOnATableThatIsNotDeclared() {
        LockTaken hard = new LockTaken(TABLE, LockMode.ACCESS_EXCLUSIVE, null);
        assertThat(Observed.objections(List.of(statement(true, hard)), SOFT))
                .containsExactly("takes AccessExclusiveLock on live.cue, but says ShareUpdateExclusiveLock");
    }

    private static Observed statement(boolean alone, LockTaken lock) {
        return new Observed("drop", new Place(1, 1), 1, alone, List.of(lock), false, Work.NONE, Duration.ZERO);
    }
}
