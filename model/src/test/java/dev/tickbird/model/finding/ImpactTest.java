// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.QualifiedName;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final QualifiedName TABLE = new QualifiedName("public", "event");
    private static final QualifiedName INDEX = new QualifiedName("public", "event_pkey");

    @Test
    void keepsTheStrongestLockOnEachRelation() {
        Impact impact = Impact.locking(TABLE, LockMode.SHARE)
                .andLocking(INDEX, LockMode.ACCESS_EXCLUSIVE)
                .andLocking(TABLE, LockMode.ROW_SHARE)
                .andLocking(TABLE, LockMode.SHARE_ROW_EXCLUSIVE);
        assertThat(impact.locks())
                .containsExactly(
                        new Impact.RelationLock(TABLE, LockMode.SHARE_ROW_EXCLUSIVE),
                        new Impact.RelationLock(INDEX, LockMode.ACCESS_EXCLUSIVE));
    }
}
