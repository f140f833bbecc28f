// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import dev.tickbird.testkit.plans.PlanCorpus;
import dev.tickbird.testkit.plans.PlanQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// A database to make a twin of, and the queries that both have to plan alike.
enum PlanSource {
    TPCH("TPC-H", "set search_path = public") {
        @Override
        void load(Callable<Connection> server, double scale) throws Exception {
            new Tpch(server, scale).load();
        }

        @Override
        List<PlanQuery> queries(int major) throws SQLException {
            List<PlanQuery> queries = new ArrayList<>();
            for (String name : Tpch.names()) {
                queries.add(PlanQuery.parse(name, Tpch.query(name)));
            }
            return queries;
        }
    },

    OWN("our own schema", PlanCorpus.SEARCH_PATH) {
        @Override
        void load(Callable<Connection> server, double scale) throws Exception {
            try (Connection connection = server.call()) {
                PlanCorpus.create(connection, Math.max(1, (int) (scale * ROWS)));
            }
        }

        @Override
        List<PlanQuery> queries(int major) throws SQLException {
            return PlanCorpus.queries(major);
        }
    };

    /// What our own schema calls its scale when TPC-H's is 1: half a million rows instead of millions, for its
    /// tables are many.
    private static final int ROWS = 8;

    private final String title;
    private final String searchPath;

    PlanSource(String title, String searchPath) {
        this.title = title;
        this.searchPath = searchPath;
    }

    /// The sources that a word of the command line means; none if it means nothing.
    static List<PlanSource> named(String word) {
        return Arrays.stream(values())
                .filter(source ->
                        word.equals("all") || word.equals(source.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    String title() {
        return title;
    }

    /// The statement that comes first in a session that plans.
    String searchPath() {
        return searchPath;
    }

    abstract void load(Callable<Connection> server, double scale) throws Exception;

    abstract List<PlanQuery> queries(int major) throws SQLException;
}
