// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// Throw-away servers, the ward harness and snapshot builders, for tests of rules and of schemas.
@NullMarked
module dev.tickbird.testkit {
    requires transitive dev.tickbird.server;
    requires transitive dev.tickbird.model;
    requires transitive dev.tickbird.observe;
    requires static org.jspecify;
    requires org.postgresql.jdbc;

    exports dev.tickbird.testkit;
    exports dev.tickbird.testkit.plans;
}
