// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class ReplicationRules {

    private ReplicationRules() {}

    public static List<Rule> rules() {
        return List.of(
                new DisconnectedStandby(),
                new InactiveReplicationSlot(),
                new IncompleteSlotSynchronization(),
                new LaggingReplica(),
                new LaggingReplicationSlot(),
                new MissingReplicaIdentity(),
                new MissingSynchronousStandby(),
                new PausedReplay(),
                new RecoveryConflict(),
                new StoppedSubscription(),
                new UnguardedFailoverSlot(),
                new UnprotectedStandby());
    }
}
