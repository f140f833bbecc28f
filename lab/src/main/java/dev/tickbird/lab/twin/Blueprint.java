// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import java.util.List;

/// The order in which a twin is built: what others need comes before them, as far as kinds of objects tell.
final class Blueprint {

    private final Source source;
    private final String database;

    Blueprint(Source source, String database) {
        this.source = source;
        this.database = database;
    }

    List<Layer> layers() {
        TypePieces types = new TypePieces(source);
        RoutinePieces routines = new RoutinePieces(source);
        TablePieces tables = new TablePieces(source);
        IndexPieces indexes = new IndexPieces(source);
        ViewPieces views = new ViewPieces(source);
        GuardPieces guards = new GuardPieces(source);
        DetailPieces details = new DetailPieces(source);
        return List.of(
                Layer.inOrder(RolePieces.of(source)),
                Layer.inOrder(new Foundation(source).owners(database)),
                Layer.inOrder(SchemaPieces.schemas(source)),
                Layer.inOrder(SchemaPieces.extensions(source)),
                Layer.inOrder(types.collations()),
                Layer.inOrder(types.types()),
                Layer.inOrder(routines.functions()),
                Layer.inOrder(routines.languages()),
                Layer.inOrder(RarePieces.others(source)),
                Layer.inOrder(routines.aggregates()),
                Layer.inOrder(routines.operators()),
                Layer.inOrder(routines.casts()),
                Layer.inOrder(RarePieces.textSearch(source)),
                Layer.inOrder(RarePieces.foreignData(source)),
                Layer.inGroups(SequencePieces.of(source)),
                Layer.inGroups(tables.tables()),
                Layer.inOrder(indexes.laterConstraints()),
                Layer.inGroups(tables.families()),
                Layer.inGroups(indexes.indexes(false)),
                Layer.inGroups(indexes.attachments()),
                Layer.inOrder(views.views()),
                Layer.inGroups(indexes.indexes(true)),
                Layer.inOrder(indexes.foreignKeys()),
                Layer.inGroups(SequencePieces.finish(source)),
                Layer.inOrder(views.defaults()),
                Layer.inOrder(guards.statistics()),
                Layer.inOrder(guards.rules()),
                Layer.inOrder(guards.policies()),
                Layer.inOrder(guards.triggers()),
                Layer.inGroups(details.settings()));
    }

    /// What is done when all of that stands: states of what is there, words about it, rights on it.
    List<Layer> finish() {
        PrivilegePieces privileges = new PrivilegePieces(source, database);
        CommentPieces comments = new CommentPieces(source);
        return List.of(
                Layer.inOrder(new DetailPieces(source).states()),
                Layer.inOrder(new RoutinePieces(source).alterations()),
                Layer.inOrder(ReplicationPieces.of(source)),
                Layer.inOrder(comments.comments(false)),
                Layer.inOrder(privileges.privileges()),
                Layer.inOrder(privileges.defaults()),
                Layer.inOrder(new GuardPieces(source).eventTriggers()),
                Layer.inOrder(comments.comments(true)),
                Layer.inOrder(RolePieces.finish(source)));
    }
}
