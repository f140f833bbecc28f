// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.tables;

import dev.tickbird.model.QualifiedName;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Comment;
import dev.tickbird.model.schema.Index;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people wrote about indexes, constraints, triggers and policies. It goes when they are dropped, and must be
/// written again when they come back. Where comments could not be read, there seem to be none.
public final class Comments {

    private record Subject(String kind, long oid) {}

    private final Map<Subject, String> texts = new HashMap<>();

    private Comments(Snapshot snapshot) {
        if (snapshot.observed().contains(Comment.class)) {
            snapshot.all(Comment.class).forEach(it -> texts.put(new Subject(it.kind(), it.oid()), it.text()));
        }
    }

    public static Comments of(Snapshot snapshot) {
        return snapshot.view(Comments.class, Comments::new);
    }

    /// Writes again what is said of an index; nothing if nothing is.
    List<Step> on(Index index) {
        return written("index", index.oid(), Sql.format("comment on index %I", index.qualifiedName()));
    }

    /// The same of a constraint of a table, be it a foreign key.
    public List<Step> onConstraint(long oid, String name, QualifiedName table) {
        return written("table constraint", oid, Sql.format("comment on constraint %I on %I", name, table));
    }

    /// The same of a trigger of a table.
    public List<Step> onTrigger(long oid, String name, QualifiedName table) {
        return written("trigger", oid, Sql.format("comment on trigger %I on %I", name, table));
    }

    /// The same of a check of a domain.
    public List<Step> onDomainConstraint(long oid, String name, QualifiedName domain) {
        return written("domain constraint", oid, Sql.format("comment on constraint %I on domain %I", name, domain));
    }

    /// The same of a policy of a table.
    public List<Step> onPolicy(long oid, String name, QualifiedName table) {
        return written("policy", oid, Sql.format("comment on policy %I on %I", name, table));
    }

    private List<Step> written(String kind, long oid, Sql comment) {
        String text = texts.getOrDefault(new Subject(kind, oid), "");
        return text.isEmpty() ? List.of() : List.of(Step.inTransaction(Sql.format("%s is %L", comment, text)));
    }
}
