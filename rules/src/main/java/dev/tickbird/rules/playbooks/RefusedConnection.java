// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import java.util.List;

/// What to do where not even this program was let in, for there is no connection left: nothing could be diagnosed.
public final class RefusedConnection {

    /// What the server says if not even a superuser gets in.
    private static final String NONE_LEFT = "too many clients already";

    private static final Sql END_IDLE = Sql.format(
            "select pid, usename, application_name, state, pg_terminate_backend(pid) from pg_stat_activity where"
                    + " backend_type = 'client backend' and state like 'idle%%' and state_change <= now() - interval '1"
                    + " minute' and pid <> pg_backend_pid()");

    private RefusedConnection() {}

    /// @param words what the server said
    public static Diagnosis of(String words) {
        Sign sign = Sign.of(
                true,
                "the server let nobody in: " + words,
                words.contains(NONE_LEFT)
                        ? "All of max_connections are taken, those that are kept for superusers included. Nothing else"
                                + " could be looked at."
                        : words.contains("reserved")
                                ? "What is left of max_connections is kept for superusers (superuser_reserved_connections,"
                                        + " usually 3) or, since PostgreSQL 16, for members of pg_use_reserved_connections."
                                        + " Nothing else could be looked at."
                                : "The limit of a role or a database is reached; it holds for no superuser. Nothing else"
                                        + " could be looked at.",
                Evidence.of("refused", words));
        List<Measure> measures = words.contains(NONE_LEFT)
                ? List.of(atTheClients(), onTheHost(), asSuperuser("Try again as a superuser meanwhile"))
                : List.of(asSuperuser("Get in as a superuser"), atTheClients());
        return new Diagnosis(Emergency.CONNECTIONS, List.of(sign), List.of(), measures, ExhaustedConnections.NEVER);
    }

    private static Measure asSuperuser(String how) {
        return new Measure(
                how + ", best on the server's own host, and end sessions that have been idle for a minute.",
                List.of(END_IDLE),
                List.of(
                        "psql -U postgres -d postgres",
                        "tickbird emergency connections \"user=postgres dbname=postgres\""),
                "What they have not committed is rolled back, and their clients lose the connection.",
                "It cannot be undone, and need not be: their clients connect again.");
    }

    private static Measure atTheClients() {
        return Measure.words("Stop one of the applications, or one of its instances, or have its pooler pause: each"
                + " connection that it gives back lets somebody in. That loses least.");
    }

    private static Measure onTheHost() {
        return Measure.shell(
                "Or, on the server's host, look for processes that do nothing, and ask one of them to end.",
                "TERM ends one session as pg_terminate_backend does: what it has not committed is rolled back.",
                "It cannot be undone, and need not be: its client connects again.",
                "ps -eo pid,etime,args | grep '[p]ostgres: .* idle'",
                "kill -TERM PID");
    }
}
