// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.TickbirdException;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.server.Binaries;
import dev.tickbird.server.EmbeddedServer;
import dev.tickbird.server.Script;
import dev.tickbird.server.ServerException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Builds one twin, from the start of its server to its last setting.
final class TwinBuilder {

    private static final Logger LOG = System.getLogger(TwinBuilder.class.getName());
    private static final int USUAL_BLOCK = 8192;

    private final Source source;
    private final TwinOptions options;
    private final Deadline deadline;
    private final String database;

    TwinBuilder(Source source, TwinOptions options, Deadline deadline) {
        this.source = source;
        this.options = options;
        this.deadline = deadline;
        String name = source.server().database();
        database = name.equals("template0") ? "template1" : name;
    }

    Twin build(Binaries binaries) {
        Foundation foundation = new Foundation(source);
        EmbeddedServer server = foundation.start(binaries);
        try {
            foundation.lay(server, database);
            raise(server);
            return new Twin(server, database, source.gaps());
        } catch (SQLException e) {
            throw givenUp(server, TickbirdException.target("could not build the twin: " + Script.message(e), null, e));
        } catch (TickbirdException | ServerException | UncheckedIOException e) {
            throw givenUp(server, e);
        }
    }

    private static RuntimeException givenUp(EmbeddedServer server, RuntimeException reason) {
        RuntimeException told =
                server.outOfSpace().map(RuntimeException.class::cast).orElse(reason);
        server.close();
        return told;
    }

    private void raise(EmbeddedServer server) throws SQLException {
        if (source.server().blockSize() != USUAL_BLOCK) {
            source.gap(TwinGap.of(
                    "server",
                    "its blocks have " + source.server().blockSize() + " bytes, those of the twin " + USUAL_BLOCK));
        }
        try (Crew crew = new Crew(() -> new Worker(session(server), deadline))) {
            Blueprint blueprint = new Blueprint(source, database);
            build(crew, blueprint.layers());
            try (Connection connection = session(server)) {
                build(crew, List.of(Layer.inOrder(Storage.corrections(source, connection))));
            }
            build(crew, blueprint.finish());
            show(server);
            TwinSettings settings = new TwinSettings(source);
            settings.apply(server, database);
            build(crew, List.of(Layer.inOrder(settings.overrides(database)), Layer.inOrder(silence())));
        }
    }

    /// When the schema stands, and before its settings rule: here a ghost gets its statistics and lengths.
    private void show(EmbeddedServer server) {
        if (options.face() == Face.GHOST) {
            source.ghost().appearIn(server, database).forEach(source::gap);
        }
    }

    private void build(Crew crew, List<Layer> layers) throws SQLException {
        Construction construction = new Construction(crew, source::gap);
        for (Layer layer : layers) {
            long start = System.nanoTime();
            construction.add(layer);
            LOG.log(
                    Level.DEBUG,
                    "built {0} pieces in {1} ms",
                    layer.pieces().size(),
                    (System.nanoTime() - start) / 1_000_000);
        }
        construction.finish();
    }

    /// A trigger on logins is there to be seen; it does not fire whenever somebody asks the twin.
    private List<Piece> silence() {
        boolean login = source.twinMajor() >= 17
                && source.all(EventTrigger.class).stream()
                        .anyMatch(it -> it.event().equals("login"));
        return login
                ? List.of(Piece.of(
                        "database " + database,
                        Sql.format(
                                "update pg_catalog.pg_database set dathasloginevt = false where datname = %L",
                                database)))
                : List.of();
    }

    private Connection session(EmbeddedServer server) throws SQLException {
        return TwinConnection.building(server, database, source.twinMajor());
    }
}
