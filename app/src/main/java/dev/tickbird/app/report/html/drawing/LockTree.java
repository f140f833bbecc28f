// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.markup.Clip;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who waits for whom, drawn as a list whose lines lead from the session that waits for nobody, on top, to those that
/// wait for it.
public final class LockTree {

    private static final int QUERY = 240;

    private final Instant now;
    private final Html html;

    private LockTree(Instant now, Html html) {
        this.now = now;
        this.html = html;
    }

    /// Whether there is something to draw.
    public static boolean somebodyWaits(Snapshot snapshot) {
        return snapshot.observed().contains(Session.class)
                && !Waiting.of(snapshot).isEmpty();
    }

    public static void draw(Snapshot snapshot, Html html) {
        Waiting waiting = Waiting.of(snapshot);
        html.leaf("p", summary(waiting));
        LockTree tree = new LockTree(snapshot.takenAt(), html);
        html.start("ul", "class", "locks");
        waiting.roots().forEach(tree::branch);
        html.end();
        if (waiting.left() > 0) {
            html.leaf("p", Words.count(waiting.left(), "more waiting session") + " are not drawn.");
        }
    }

    private static String summary(Waiting waiting) {
        int roots = waiting.roots().size();
        String head = Words.count(waiting.count(), "session") + (waiting.count() == 1 ? " waits" : " wait")
                + " for a lock. Behind it all " + (roots == 1 ? "is 1 session" : "are " + roots + " sessions");
        return head + ": once it ends its transaction, those below it go on.";
    }

    private void branch(Waiting.Node node) {
        html.start("li");
        html.start("div", "class", "session");
        session(node);
        html.end();
        if (!node.waiting().isEmpty()) {
            html.start("ul");
            node.waiting().forEach(this::branch);
            html.end();
        }
        html.end();
    }

    private void session(Waiting.Node node) {
        html.leaf("strong", node.pid() == 0 ? "a prepared transaction" : "process " + node.pid());
        if (node.all() > 0) {
            html.leaf("span", "blocks " + Words.count(node.all(), "session"), "class", "blocks");
        }
        @Nullable Session session = node.session();
        if (session == null) {
            html.leaf("p", node.pid() == 0 ? "See pg_prepared_xacts." : "The session was not observed.");
            return;
        }
        html.leaf("p", who(session));
        if (!node.others().isEmpty()) {
            html.leaf("p", "It waits for " + list(node.others()) + " as well.");
        }
        @Nullable String query = session.query();
        if (query != null && !query.isBlank()) {
            html.leaf("code", Clip.to(QUERY, query));
        }
    }

    private String who(Session session) {
        StringBuilder who = new StringBuilder();
        who.append(session.role() == null ? session.kind() : "role " + session.role());
        if (!session.application().isEmpty()) {
            who.append(", application \"").append(session.application()).append('"');
        }
        if (session.clientAddress() != null) {
            who.append(", from ").append(session.clientAddress());
        }
        String state = session.blockedBy().isEmpty() ? String.valueOf(session.state()) : "waiting";
        @Nullable Instant since = session.blockedBy().isEmpty() ? session.stateChangedAt() : session.queryStartedAt();
        who.append("; ").append(session.state() == null ? "state not visible" : state);
        if (since != null) {
            who.append(" for ").append(Words.duration(Duration.between(since, now)));
        }
        return who.toString();
    }

    private static String list(List<Integer> pids) {
        return pids.stream().map(pid -> "process " + pid).collect(Collectors.joining(", "));
    }
}
