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

    private static final Work DROPPED = new Work(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(INDEX));

    private static final Impact SOFT = Impact.locking(TABLE, LockMode.SHARE_UPDATE_EXCLUSIVE);

    @Test
    void doesNotMindTheLastLockOnAnIndexThatIsDroppedConcurrently() {
        assertThat(Observed.objections(List.of(statement(true, DROPPED, onIndex())), SOFT))
                .isEmpty();
    }

    @Test
    void mindsALockOnAnIndexThatStaysOrIsDroppedAtOnce() {
        String objection = "takes AccessExclusiveLock on live.cue_day, but says nothing";
        assertThat(Observed.objections(List.of(statement(true, Work.NONE, onIndex())), SOFT))
                .containsExactly(objection);
        assertThat(Observed.objections(List.of(statement(false, DROPPED, onIndex())), SOFT))
                .contains(objection);
    }

    @Test
    void mindsALockOnATableThatIsNotDeclared() {
        LockTaken hard = new LockTaken(TABLE, LockMode.ACCESS_EXCLUSIVE, null);
        assertThat(Observed.objections(List.of(statement(true, DROPPED, hard)), SOFT))
                .containsExactly("takes AccessExclusiveLock on live.cue, but says ShareUpdateExclusiveLock");
    }

    private static LockTaken onIndex() {
        return new LockTaken(INDEX, LockMode.ACCESS_EXCLUSIVE, TABLE);
    }

    private static Observed statement(boolean alone, Work work, LockTaken lock) {
        return new Observed("drop", new Place(1, 1), 1, alone, List.of(lock), false, work, Duration.ZERO);
    }
}
