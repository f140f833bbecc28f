// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// Values only: the snapshot and its facts, findings, remedies, proofs. Depends on nothing.
@NullMarked
module dev.tickbird.model {
    requires transitive org.jspecify;
    requires static transitive com.google.errorprone.annotations;

    exports dev.tickbird.model;
    exports dev.tickbird.model.activity;
    exports dev.tickbird.model.comparison;
    exports dev.tickbird.model.finding;
    exports dev.tickbird.model.replication;
    exports dev.tickbird.model.roles;
    exports dev.tickbird.model.schema;
    exports dev.tickbird.model.server;
    exports dev.tickbird.model.statistics;
}
