// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit.healthy;

import dev.tickbird.model.finding.PlantedSickness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A database with nothing wrong in it, and what can be made wrong there.
public enum HealthyDatabase {

    /// Orders, stock, prices, an outbox, an audit trail: many small transactions.
    SHOP,

    /// Dimensions, facts in partitions, staging tables, marts: few large loads and reports.
    WAREHOUSE,

    /// Many tenants in one schema, kept apart by row security.
    SAAS;

    /// Its name on the server.
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Makes it.
    String script() {
        return text(database() + ".sql");
    }

    /// What its clients ask and write, so that counters count.
    String life() {
        return text(database() + ".life.sql");
    }

    /// Makes it sick.
    String sickness() {
        return text(database() + ".sick.sql");
    }

    /// What an examination must find after that.
    public List<PlantedSickness> planted() {
        return PlantedSickness.in(sickness());
    }

    /// A file that lies beside this class.
    static String text(String name) {
        try (@Nullable InputStream in = HealthyDatabase.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
