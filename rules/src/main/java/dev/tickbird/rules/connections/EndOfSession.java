// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.server.Server;
import java.util.List;
import java.util.Objects;

/// Prescribes how to end what a session does, as gently as will help: the statement that it runs is cancelled,
/// which fails its transaction and so gives its locks and its snapshot back; a session that runs nothing can only
/// be terminated.
///
/// A report may be read hours later, when the process number belongs to somebody else. So the session is named by the
/// moment it began, and its statement by the moment that one began: what has ended meanwhile is not ended again.
public final class EndOfSession {

    private EndOfSession() {}

    public static Remedy of(Session session) {
        if (session.startedAt() == null) {
            return new Remedy.Advice("What it does is hidden from the role that examined: look at process "
                    + session.pid() + " in pg_stat_activity as a member of pg_read_all_stats before you end it.");
        }
        Sql itself = Sql.format(
                "from pg_stat_activity where pid = %s and backend_start = %L", session.pid(), session.startedAt());
        Sql end = "active".equals(session.state()) && session.queryStartedAt() != null
                ? Sql.format("select pg_cancel_backend(pid) %s and query_start = %L", itself, session.queryStartedAt())
                : Sql.format("select pg_terminate_backend(pid) %s", itself);
        return new Remedy.Statement(
                List.of(Step.inTransaction(end)),
                List.of(),
                Impact.NONE,
                Sql.format("select state, xact_start, state_change %s", itself));
    }

    /// Whose it is and what it does, as a sentence without its end.
    public static String story(Session session, Snapshot snapshot) {
        String here = snapshot.the(Server.class).database();
        String elsewhere = session.database() == null || session.database().equals(here)
                ? ""
                : ", database " + Identifier.quoted(session.database());
        return "It belongs to role " + session.role() + elsewhere + ", application \"" + session.application()
                + "\", and is "
                + Objects.requireNonNullElse(session.state(), "a " + session.kind()) + "; its "
                + ("active".equals(session.state()) ? "statement" : "last statement") + " is: "
                + statement(session);
    }

    /// What it runs or ran last, without the semicolon at its end.
    public static String statement(Session session) {
        return Objects.requireNonNullElse(session.query(), "not visible")
                .replaceAll("[\\s;]+$", "")
                .strip();
    }
}
