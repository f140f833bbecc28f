// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Scope;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Examiner;
import dev.tickbird.rules.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a playbook sees.
///
/// @param snapshot with no record of a fact that could not be read: who reports names the gaps
/// @param seen the facts that could be read, be it in part
/// @param looks the sessions at later moments
/// @param findings what the playbook's rules have found
record Scene(
        Emergency emergency,
        Snapshot snapshot,
        Set<Class<? extends Fact>> seen,
        List<List<Session>> looks,
        List<Finding> findings) {

    Scene {
        seen = Set.copyOf(seen);
        looks = looks.stream().map(List::copyOf).toList();
        findings = List.copyOf(findings);
    }

    static Snapshot filled(Snapshot snapshot, Set<Class<? extends Fact>> facts) {
        Map<Class<? extends Fact>, List<? extends Fact>> missing = new HashMap<>();
        facts.stream()
                .filter(fact -> !snapshot.observed().contains(fact))
                .forEach(fact -> missing.put(fact, List.of()));
        return Scope.own(snapshot.with(missing));
    }

    static List<Finding> examined(Playbook playbook, Snapshot snapshot) {
        return new Examiner(playbook.rules(), Settlement.NONE).examine(snapshot).findings();
    }

    <F extends Fact> List<F> all(Class<F> fact) {
        return snapshot.all(fact);
    }

    /// Without this, none of a kind would mean that none was seen.
    boolean sees(Class<? extends Fact> fact) {
        return seen.contains(fact);
    }

    /// `3 locks`, or `? locks` where they could not be read.
    String count(Class<? extends Fact> fact, String noun) {
        return sees(fact) ? Words.count(all(fact).size(), noun) : "? " + Words.plural(noun);
    }

    Server server() {
        return snapshot.the(Server.class);
    }

    boolean standby() {
        return server().inRecovery();
    }

    Edition edition() {
        return Edition.of(snapshot);
    }

    /// The value in the setting's own unit; empty if it is not shown.
    String setting(String name) {
        return Settings.of(snapshot).value(name).orElse("");
    }

    boolean isOn(String setting) {
        return setting(setting).equals("on");
    }

    /// 0 if it is not shown.
    long number(String setting) {
        String value = setting(setting);
        return value.matches("-?\\d+") ? Long.parseLong(value) : 0;
    }

    Duration since(@Nullable Instant then) {
        return then == null ? Duration.ZERO : Duration.between(then, snapshot.takenAt());
    }

    /// `12 minutes`.
    String age(@Nullable Instant then) {
        Duration age = since(then);
        return Words.duration(age.isNegative() ? Duration.ZERO : age);
    }

    Diagnosis diagnosis(List<Sign> signs, List<String> numbers, List<Measure> measures) {
        return new Diagnosis(emergency, signs, numbers, measures);
    }

    /// The data folder as a shell takes it.
    String dataFolder() {
        String shown = setting("data_directory");
        return shown.isEmpty() ? "\"$PGDATA\"" : quoted(shown);
    }

    /// The folder of the server's log as a shell takes it: without a collector of its own, the system keeps it.
    String logs() {
        String folder = setting("log_directory");
        String data = setting("data_directory");
        boolean known = isOn("logging_collector") && !folder.isEmpty() && (folder.startsWith("/") || !data.isEmpty());
        return known ? quoted(folder.startsWith("/") ? folder : data + "/" + folder) : "/var/log/postgresql";
    }

    static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }

    /// The sessions of clients, hidden ones included.
    List<Session> clients() {
        return all(Session.class).stream().filter(Scene::isClient).toList();
    }

    /// As a line for what is counted; empty if all of them are shown.
    List<String> hidden() {
        long hidden =
                clients().stream().filter(session -> session.state() == null).count();
        return hidden == 0
                ? List.of()
                : List.of("what " + Words.count(hidden) + " of them do is not seen, and they are in no other number");
    }

    static boolean isClient(Session session) {
        return session.kind().equals("client backend") || session.kind().equals("unknown") && session.role() != null;
    }

    static boolean isIdleInTransaction(Session session) {
        return session.state() != null && session.state().startsWith("idle in transaction");
    }

    /// Whose it is, in a line: `4711 app/psql`.
    static String name(Session session) {
        return session.pid() + " " + owner(session);
    }

    /// `app/psql`.
    static String owner(Session session) {
        return (session.role() == null ? session.kind() : session.role())
                + (session.application().isEmpty() ? "" : "/" + session.application());
    }

    /// The start of a query, on one line.
    static String shortened(@Nullable String query, int most) {
        String line = query == null ? "not visible" : query.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 3) + "...";
    }
}
