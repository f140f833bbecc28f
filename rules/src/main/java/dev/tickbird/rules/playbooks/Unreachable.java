// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What to do where not even this program could look: the server does not answer, or lets nobody in.
public final class Unreachable {

    /// What the server says if not even a superuser gets in.
    private static final String NONE_LEFT = "too many clients already";

    private static final Sql END_IDLEST =
            Sql.format("select pid, usename, application_name, state, pg_terminate_backend(pid) from (select * from"
                    + " pg_stat_activity where backend_type = 'client backend' and state like 'idle%%' and state_change"
                    + " <= now() - interval '1 minute' and application_name not like 'pg_dump%%' and pid <>"
                    + " pg_backend_pid() order by state_change limit 5) as idlest");

    private Unreachable() {}

    /// No connection is left for the role.
    ///
    /// @param words what the server said
    public static Diagnosis full(String words) {
        boolean full = words.contains(NONE_LEFT);
        Sign sign = Sign.of(
                Sign.Weight.ALARM,
                "the server let nobody in: " + words,
                reason(words) + " Nothing else could be looked at.",
                Evidence.of("refused", words));
        return new Diagnosis(
                Emergency.CONNECTIONS,
                List.of(sign),
                List.of(),
                full
                        ? List.of(atTheClients(), onTheHost(), asSuperuser("Try again as a superuser meanwhile"))
                        : List.of(asSuperuser("Get in as a superuser"), atTheClients()));
    }

    private static String reason(String words) {
        if (words.contains(NONE_LEFT)) {
            return "All of max_connections are taken, those that are kept for superusers included.";
        }
        return words.contains("reserved")
                ? "What is left of max_connections is kept for superusers (superuser_reserved_connections, usually 3) or,"
                        + " since PostgreSQL 16, for members of pg_use_reserved_connections."
                : "The limit of a role or a database is reached; it holds for no superuser.";
    }

    private static Measure asSuperuser(String how) {
        return new Measure(
                how
                        + ", best on the server's own host, look again, and end the five sessions that have been idle longest,"
                        + " again and again until there is room.",
                List.of(END_IDLEST),
                List.of(
                        "tickbird emergency connections \"user=postgres dbname=postgres\"",
                        "psql -U postgres -d postgres"),
                "What they have not committed is rolled back, and their clients lose the connection.",
                "It cannot be undone, and need not be: their clients connect again.",
                List.of());
    }

    private static Measure atTheClients() {
        return Measure.words("Stop one of the applications, or one of its instances, or have its pooler pause: each"
                + " connection that it gives back lets somebody in. That loses least.");
    }

    private static Measure onTheHost() {
        return Measure.shell(
                "Or, on the server's host, look for a process that says \"idle\", and ask that one to end: PID is the"
                        + " number at the start of its line.",
                "TERM ends one session as pg_terminate_backend does: what it has not committed is rolled back.",
                "It cannot be undone, and need not be: its client connects again.",
                "ps -eo pid,etime,args | grep '[p]ostgres: .* idle'",
                "kill -TERM PID");
    }

    /// Nobody answers, or whoever does says that it is not the time.
    ///
    /// @param wanted the emergency that was named; empty if none was
    /// @param words why it could not be reached
    /// @param hint what may be done about that; may be empty
    public static Diagnosis silent(Optional<Emergency> wanted, String words, String hint) {
        Sign sign = Sign.of(
                Sign.Weight.ALARM,
                words,
                (hint.isEmpty() ? "" : hint + " ") + "Nothing could be looked at: what follows holds for any server.",
                Evidence.of("failure", words));
        return new Diagnosis(
                wanted.orElse(Emergency.CONNECTIONS),
                List.of(sign),
                List.of(),
                Stream.of(Stream.of(alive(), log()), wanted.stream().map(Unreachable::next), others(wanted))
                        .flatMap(measures -> measures)
                        .toList());
    }

    private static Measure alive() {
        return Measure.look(
                "See on the server's host whether it runs, and whether its disk is full. pg_isready says \"rejecting\" while"
                        + " it starts, recovers or stops: then wait, and read the log. On a managed service, see its"
                        + " console and its status page.",
                "pg_isready",
                "ps -eo pid,etime,args | grep '[p]ostgres'",
                "df -h");
    }

    private static Measure log() {
        return Measure.look(
                "Read the end of the server's log: the reason of a stop or a failed start stands there.",
                "tail -n 100 /var/log/postgresql/*.log",
                "journalctl -n 100 -u 'postgresql*'");
    }

    /// What is particular to an emergency.
    private static Measure next(Emergency emergency) {
        return Measure.words(
                switch (emergency) {
                    case CORRUPTION ->
                        "If the log says PANIC, \"invalid page\" or \"could not locate a valid checkpoint record\", do not"
                                + " start it again and again: copy its data folder as it is to another disk first, and keep"
                                + " every backup.";
                    case SLOW ->
                        "If it runs and answers nobody, its host is overloaded or its disk hangs: look with \"vmstat 1\" and"
                                + " \"iostat -x 1\" there, and stop one of the applications before anything at the server.";
                    case DISK ->
                        "If the log says \"No space left on device\", enlarge the file system, or remove old logs and core"
                                + " files, nothing in the data folder. Then start the server: it recovers from its WAL by"
                                + " itself.";
                    case CONNECTIONS ->
                        "If it runs and accepts connections on its own host, look at what is between: a pooler, a firewall,"
                                + " listen_addresses, the name's address.";
                    case REPLICATION ->
                        "If this is a standby, its primary keeps WAL for its slot meanwhile: run this playbook there. If it"
                                + " is the primary, promote a standby only once it certainly does not run, and cannot come"
                                + " back by itself.";
                    case LOCKS ->
                        "If it runs, locks do not keep anybody from connecting, but all connections taken by those who wait"
                                + " do: \"tickbird emergency connections\" says how to get in.";
                    case INTRUSION ->
                        "Cut the host off from the network rather than off from power: what is in its memory is evidence."
                                + " Have its disk copied as it is before anybody cleans up.";
                    case WRAPAROUND ->
                        "Running out of transaction IDs does not stop a server: it refuses to write, and still lets people"
                                + " in. So there is another reason why it does not answer.";
                });
    }

    private static Stream<Measure> others(Optional<Emergency> wanted) {
        return wanted.isPresent()
                ? Stream.empty()
                : Stream.of(Emergency.DISK, Emergency.CORRUPTION, Emergency.CONNECTIONS)
                        .map(Unreachable::next);
    }
}
