// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// The front doors: command line and reports. Thin; one engine behind them.
@NullMarked
module dev.tickbird.app {
    requires transitive dev.tickbird.rules;
    requires transitive dev.tickbird.lab;
    requires dev.tickbird.server;
    requires dev.tickbird.observe;
    requires info.picocli;
    requires java.logging;
    requires java.xml;
    requires org.commonmark;
    requires org.postgresql.jdbc;
    requires static org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.toml;

    exports dev.tickbird.app.report;

    opens dev.tickbird.app.cli to
            info.picocli;
}
