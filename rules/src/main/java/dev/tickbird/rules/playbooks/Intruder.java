// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.authentication.TrustAuthentication;
import dev.tickbird.rules.security.DisguisedSuperuser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Somebody is in: what he did is kept as evidence, then his ways in are closed, none of them is removed.
record Intruder() implements Playbook {

    /// The superuser that `initdb` made.
    private static final long FIRST_SUPERUSER = 10;

    private static final int FEW = 5;

    private static final Set<String> HOST_ROLES =
            Set.of("pg_execute_server_program", "pg_write_server_files", "pg_read_server_files");

    /// What a language may do to the host in the name of the server.
    private static final Set<String> UNTRUSTED = Set.of("c", "plpython3u", "plperlu", "pltclu", "plsh", "plr");

    private static final Pattern PROGRAM = Pattern.compile("(?is).*\\bcopy\\b.*\\b(?:to|from)\\s+program\\b.*");

    private static final List<String> NEVER = List.of(
            "Do not drop the role, the function or the trigger: they are evidence, and what they own goes with them. Disable"
                    + " them.",
            "Do not restart the server first: what runs now, and from where, is then gone.",
            "Do not write a new password into an SQL statement: it stands in the log, where the intruder may read it.",
            "Do not trust a server again on which somebody was superuser: he could run programs on its host.");

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                Role.class,
                Membership.class,
                Session.class,
                HbaLine.class,
                EventTrigger.class,
                Function.class,
                Setting.class);
    }

    @Override
    public List<Rule> rules() {
        return List.of(new TrustAuthentication(), new DisguisedSuperuser());
    }

    @Override
    public Diagnosis diagnose(Scene scene) {
        List<Sign> signs = new ArrayList<>();
        scene.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.WARNING))
                .forEach(finding -> signs.add(Sign.of(finding.severity() == Severity.CRITICAL, finding)));
        programs(scene)
                .forEach(session -> signs.add(Sign.of(
                        true,
                        "session " + session.pid() + " has the server run a program on its host",
                        "Role " + session.role() + ", from " + address(session) + ": "
                                + Scene.shortened(session.query(), 200),
                        Evidence.of("pid", session.pid()))));
        superusers(scene).forEach(role -> signs.add(superuser(role, scene)));
        triggers(scene)
                .forEach(trigger -> signs.add(Sign.of(
                        false,
                        "event trigger \"" + trigger.name() + "\" runs " + trigger.functionName() + " on "
                                + trigger.event(),
                        "It belongs to " + trigger.owner()
                                + ", and runs with the rights of whoever causes the event, superusers" + " included.",
                        Evidence.of("owner", trigger.owner()))));
        functions(scene)
                .forEach(function -> signs.add(Sign.of(
                        true,
                        "function " + function.signature() + " is written in " + function.language()
                                + " and belongs to no extension",
                        "It belongs to " + function.owner() + ", and can do on the host whatever the server can.",
                        Evidence.of("owner", function.owner()).and("language", function.language()))));
        hostRoles(scene)
                .forEach(it -> signs.add(Sign.of(
                        false,
                        "role \"" + it.member() + "\" is a member of " + it.role(),
                        "It gets at the server's host without being a superuser.",
                        Evidence.of("member", it.member()))));
        return new Diagnosis(scene.emergency(), signs, numbers(scene), measures(scene), NEVER);
    }

    /// The newest first: OIDs are given out in order.
    private static List<Role> superusers(Scene scene) {
        return scene.all(Role.class).stream()
                .filter(role -> role.superuser() && role.canLogin() && role.oid() != FIRST_SUPERUSER)
                .filter(role -> !scene.edition().managed()) // there they are the service's
                .sorted(Comparator.comparingLong(Role::oid).reversed())
                .limit(FEW)
                .toList();
    }

    private static Sign superuser(Role role, Scene scene) {
        List<String> sessions = scene.clients().stream()
                .filter(session -> role.name().equals(session.role()))
                .limit(FEW)
                .map(session -> session.pid() + " from " + address(session) + ", since "
                        + scene.age(session.startedAt()) + ": " + Scene.shortened(session.query(), 40))
                .toList();
        return Sign.of(
                        false,
                        "role \"" + role.name() + "\" is a superuser and may log in",
                        "It is not the one that initdb has made. Its OID is " + role.oid()
                                + ": the higher, the newer. Does somebody vouch for it?"
                                + (sessions.isEmpty() ? " It is not connected now." : " It is connected now:"),
                        Evidence.of("oid", role.oid()).and("sessions", sessions.size()))
                .with(sessions);
    }

    private static String address(Session session) {
        return session.clientAddress() == null ? "this host" : session.clientAddress();
    }

    private static List<Session> programs(Scene scene) {
        return scene.clients().stream()
                .filter(session -> session.query() != null
                        && PROGRAM.matcher(session.query()).matches())
                .toList();
    }

    private static List<EventTrigger> triggers(Scene scene) {
        return scene.all(EventTrigger.class).stream()
                .filter(trigger -> trigger.firing() != Firing.DISABLED)
                .filter(trigger -> !scene.edition().managed())
                .toList();
    }

    private static List<Function> functions(Scene scene) {
        return scene.all(Function.class).stream()
                .filter(function -> UNTRUSTED.contains(function.language()))
                .limit(FEW)
                .toList();
    }

    private static List<Membership> hostRoles(Scene scene) {
        return scene.all(Membership.class).stream()
                .filter(it -> HOST_ROLES.contains(it.role()) && !it.member().startsWith("pg_"))
                .toList();
    }

    private static List<Measure> measures(Scene scene) {
        List<Measure> measures = new ArrayList<>();
        measures.add(evidence(scene));
        superusers(scene).forEach(role -> measures.add(lockOut(role)));
        triggers(scene).stream()
                .limit(FEW)
                .forEach(trigger -> measures.add(Measure.sql(
                        "If nobody vouches for event trigger \"" + trigger.name() + "\", disable it, after reading "
                                + trigger.functionName() + ".",
                        "It does not fire any more.",
                        "Run: " + Sql.format("alter event trigger %I enable", trigger.name()) + ".",
                        Sql.format("alter event trigger %I disable", trigger.name()))));
        scene.findings().stream()
                .filter(finding -> finding.rule().equals("trust-authentication")
                        && finding.severity().atLeast(Severity.WARNING))
                .limit(FEW)
                .forEach(finding -> measures.addAll(
                        Measure.of("", finding.remedy(), "").limit(1).toList()));
        measures.add(Measure.look(
                "See who is connected, and from where.",
                Sql.format("select pid, usename, client_addr, backend_start, state, left(query, 60) from"
                        + " pg_stat_activity where backend_type = 'client backend' order by backend_start desc")));
        measures.add(Measure.words(
                "Give every role that logs in a new password with \"\\password ROLE\" in psql, which sends"
                        + " it only as a hash, then change it in the applications; certificates and tokens, too. End the old"
                        + " sessions afterwards: a new password does not."));
        measures.add(Measure.words(
                "If somebody was superuser, build the server anew on another host, from a backup of before"
                        + " he came, and read the log for what he read and changed in between."));
        return measures;
    }

    private static Measure evidence(Scene scene) {
        String data = scene.setting("data_directory");
        String folder = scene.setting("log_directory");
        String logs = folder.startsWith("/") || data.isEmpty() ? folder : data + "/" + folder;
        List<String> lines = new ArrayList<>(List.of("tickbird snapshot TARGET -o evidence.tickbird"));
        if (!scene.edition().managed()) {
            lines.add("cp -a " + (logs.isEmpty() ? "/var/log/postgresql" : FullDisk.quoted(logs)) + " evidence-logs");
        }
        return Measure.shell(
                "Keep the evidence before anything is changed: what runs now, the roles and their rights, every function,"
                        + " the lines of pg_hba.conf, and the logs. TARGET is what you gave this command."
                        + (scene.edition().managed() ? " Download the logs from the console of the service." : ""),
                Measure.NOTHING_TO_UNDO,
                "",
                lines.toArray(String[]::new));
    }

    private static Measure lockOut(Role role) {
        return Measure.sql(
                "If nobody vouches for role \"" + role.name() + "\", lock it out, and end its sessions.",
                "It cannot log in any more; what it owns stays. What its sessions have not committed is rolled back.",
                "Run: " + Sql.format("alter role %I login", role.name()) + ".",
                Sql.format("alter role %I nologin", role.name()),
                Sql.format("select pg_terminate_backend(pid) from pg_stat_activity where usename = %L", role.name()));
    }

    private static List<String> numbers(Scene scene) {
        List<String> numbers = new ArrayList<>();
        List<Role> roles = scene.all(Role.class).stream()
                .filter(role -> !role.builtIn())
                .sorted(Comparator.comparingLong(Role::oid).reversed())
                .toList();
        numbers.add(Words.count(roles.size(), "role") + ", the newest, by OID: "
                + Words.some(roles.stream().limit(FEW).map(Role::name).toList(), FEW));
        numbers.add(Words.count(scene.clients().size(), "session") + " of clients, from "
                + Words.count(
                        scene.clients().stream()
                                .map(Intruder::address)
                                .distinct()
                                .count(),
                        "address"));
        numbers.add(Words.count(scene.all(HbaLine.class).size(), "line") + " of pg_hba.conf, "
                + Words.count(scene.all(EventTrigger.class).size(), "event trigger") + ", "
                + Words.count(scene.all(Function.class).size(), "function"));
        if (scene.setting("log_connections").equals("off")
                || scene.setting("log_connections").isEmpty()) {
            numbers.add("log_connections is off: who logged in, and from where, does not stand in the log");
        }
        return numbers;
    }
}
