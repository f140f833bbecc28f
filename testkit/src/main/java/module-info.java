// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// Servers to throw away, the ward, and queries to compare plans by: for tests of rules and of twins.
@NullMarked
module dev.tickbird.testkit {
    requires transitive dev.tickbird.server;
    requires transitive dev.tickbird.model;
    requires transitive dev.tickbird.observe;
    requires static org.jspecify;
    requires org.postgresql.jdbc;

    exports dev.tickbird.testkit;
    exports dev.tickbird.testkit.healthy;
    exports dev.tickbird.testkit.plans;
}
