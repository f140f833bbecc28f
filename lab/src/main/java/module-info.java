// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// The twin, and what is tried on it.
@NullMarked
module dev.tickbird.lab {
    requires transitive dev.tickbird.model;
    requires transitive dev.tickbird.observe;
    requires transitive dev.tickbird.server;
    requires transitive java.sql;
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires org.postgresql.jdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports dev.tickbird.lab.correlation;
    exports dev.tickbird.lab.ghost;
    exports dev.tickbird.lab.partitioning;
    exports dev.tickbird.lab.plans;
    exports dev.tickbird.lab.proof;
    exports dev.tickbird.lab.rehearsal;
    exports dev.tickbird.lab.twin;
    exports dev.tickbird.lab.whatif;
}
