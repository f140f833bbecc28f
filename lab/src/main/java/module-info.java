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

    exports dev.tickbird.lab.ghost;
}
