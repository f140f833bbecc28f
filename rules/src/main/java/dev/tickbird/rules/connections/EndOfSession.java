// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.connections;

import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import java.util.List;
import java.util.Objects;

/// Prescribes how to end what a session does, as gently as will help: the statement that it runs is
/// cancelled, which fails its transaction and so gives its locks and its snapshot back; a session that runs
/// nothing can only be terminated.
public final class EndOfSession {

    private EndOfSession() {}

    public static Remedy of(Session session) {
        Sql end = "active".equals(session.state())
                ? Sql.format("select pg_cancel_backend(%s)", session.pid())
                : Sql.format("select pg_terminate_backend(%s)", session.pid());
        return new Remedy.Statement(
                List.of(Step.alone(end)),
                List.of(),
                Impact.NONE,
                Sql.format(
                        "select state, xact_start, state_change from pg_stat_activity where pid = %s", session.pid()));
    }

    /// Whose it is and what it does, as a sentence without its end.
    public static String story(Session session) {
        return "It belongs to role " + session.role() + ", application \"" + session.application() + "\", and is "
                + Objects.requireNonNullElse(session.state(), "a " + session.kind()) + "; its "
                + ("active".equals(session.state()) ? "statement" : "last statement") + " is: "
                + Objects.requireNonNullElse(session.query(), "not visible").strip();
    }
}
