// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// Embedded PostgreSQL servers.
@NullMarked
module dev.tickbird.server {
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.apache.commons.compress;
    requires org.postgresql.jdbc;
    requires org.tukaani.xz;

    exports dev.tickbird.server;
}
