// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Gap;
import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.schema.ExtendedStatistics;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.statistics.ColumnEnds;
import dev.tickbird.model.statistics.ColumnStatistics;
import dev.tickbird.model.statistics.ExpressionStatistics;
import dev.tickbird.model.statistics.ExtendedStatisticsData;
import dev.tickbird.model.statistics.IndexMetapage;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.observe.Notation;
import dev.tickbird.server.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One transaction in which a ghost appears: all of it, or nothing.
final class Appearance {

    private static final List<Class<? extends Fact>> NEEDED = List.of(
            Server.class,
            Table.class,
            Index.class,
            RelationSize.class,
            ColumnStatistics.class,
            ExtendedStatistics.class,
            ExtendedStatisticsData.class,
            ExpressionStatistics.class);

    private static final List<Class<? extends Fact>> USED = List.of(
            RelationSize.class,
            ColumnStatistics.class,
            ExtendedStatisticsData.class,
            ExpressionStatistics.class,
            IndexMetapage.class,
            ColumnEnds.class);

    private static final int NAMED = 5;

    private final Snapshot snapshot;
    private final Connection connection;
    private final Path dataFolder;
    private final List<Gap> gaps = new ArrayList<>();

    Appearance(Snapshot snapshot, Connection connection, Path dataFolder) {
        this.snapshot = complete(snapshot);
        this.connection = connection;
        this.dataFolder = dataFolder;
    }

    /// What was not observed is nothing, and a gap.
    private Snapshot complete(Snapshot given) {
        Map<Class<? extends Fact>, List<? extends Fact>> nothing = new HashMap<>();
        NEEDED.stream().filter(fact -> !given.observed().contains(fact)).forEach(fact -> nothing.put(fact, List.of()));
        for (Class<? extends Fact> fact : USED) {
            given.gap(fact)
                    .or(() -> given.observed().contains(fact)
                            ? Optional.empty()
                            : Optional.of(new Gap(
                                    fact,
                                    Gap.Extent.NOTHING_SEEN,
                                    "the snapshot was taken without it",
                                    "Take the snapshot again.")))
                    .ifPresent(gaps::add);
        }
        return given.with(nothing);
    }

    List<Gap> appear() throws SQLException, IOException {
        Script.run(connection, Notation.SET);
        GhostSql.run(connection, "prepare");
        Body body = Body.of(connection, snapshot);
        RelationFiles files = RelationFiles.of(connection, dataFolder);
        try {
            appear(body, files);
            connection.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            files.delete();
            throw e;
        }
        for (Body.Part part : body.replaced()) {
            files.deleteFormer(part.path());
        }
        return List.copyOf(gaps);
    }

    private void appear(Body body, RelationFiles files) throws SQLException, IOException {
        @Nullable
        Server source = snapshot.all(Server.class).stream().findFirst().orElse(null);
        if (source != null && source.blockSize() != Page.SIZE) {
            gap(
                    RelationSize.class,
                    "pages of the source have " + source.blockSize() + " bytes, here they have " + Page.SIZE
                            + ": costs are not comparable");
        }
        SortOrder.difference(connection, snapshot).ifPresent(reason -> gap(Database.class, reason));
        if (isAutovacuumed()) {
            gap(Server.class, "autovacuum is on here: it would read the ghost, and overwrite what it shows");
        }
        missing(body);
        StatisticsObjects objects = StatisticsObjects.of(connection);
        new Subjects(connection, snapshot, body)
                .write(
                        objects.oids(),
                        (name, reason) ->
                                gap(ColumnStatistics.class, "statistics of " + name + " were refused: " + reason));
        new ExtendedData(connection, snapshot, body, objects)
                .write((name, reason) ->
                        gap(ExtendedStatisticsData.class, "statistics object " + name + " got no data: " + reason));
        Map<Long, List<byte[]>> entries = new Ends(connection, body, snapshot)
                .entries(
                        snapshot.all(Index.class),
                        (type, reason) -> gap(
                                ColumnEnds.class,
                                "ends of columns of type " + type + " could not be written: " + reason));
        Shapes shapes = new Shapes(snapshot, body, files);
        shapes.make(connection, entries);
        GhostSql.run(connection, "shapes");
        estimated(shapes);
    }

    private void estimated(Shapes shapes) {
        List<String> indexes =
                shapes.estimated().stream().map(QualifiedName::toString).toList();
        if (!indexes.isEmpty()) {
            String count = Words.count(indexes.size(), "first page");
            gap(IndexMetapage.class, count + " of indexes estimated: " + Words.some(indexes, NAMED));
        }
    }

    private boolean isAutovacuumed() throws SQLException {
        return GhostSql.one(connection, Sql.format("show autovacuum")).equals("on");
    }

    /// What the twin lacks, the planner cannot see.
    private void missing(Body body) {
        missing(
                Table.class,
                snapshot.all(Table.class).stream()
                        .filter(table -> body.of(table.oid()).isEmpty())
                        .filter(table -> table.persistence() != Table.Persistence.TEMPORARY)
                        .map(Table::qualifiedName));
        missing(
                Index.class,
                snapshot.all(Index.class).stream()
                        .filter(index -> body.of(index.oid()).isEmpty())
                        .map(Index::qualifiedName));
        Set<String> ranges = new MissingHistograms(snapshot).ranges();
        if (!ranges.isEmpty()) {
            gap(ColumnStatistics.class, "histograms of range columns were hidden: " + String.join(", ", ranges));
        }
    }

    private void missing(Class<? extends Fact> fact, Stream<QualifiedName> names) {
        List<String> all = names.map(QualifiedName::toString).toList();
        if (!all.isEmpty()) {
            gap(fact, "not there: " + Words.some(all, NAMED));
        }
    }

    private void gap(Class<? extends Fact> fact, String reason) {
        gaps.add(new Gap(fact, Gap.Extent.PARTLY_SEEN, reason, null));
    }
}
