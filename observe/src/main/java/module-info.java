// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// A server or a file becomes a snapshot. All SQL that reads a target is here, one `.sql` file a fact.
@NullMarked
module dev.tickbird.observe {
    requires transitive dev.tickbird.model;
    requires transitive java.sql;
    requires static org.jspecify;
    requires org.postgresql.jdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports dev.tickbird.observe;
    exports dev.tickbird.observe.target;
}
