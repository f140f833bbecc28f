// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.server.HbaLine;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Rule;
import dev.tickbird.rules.authentication.TrustAuthentication;
import dev.tickbird.rules.connections.EndOfSession;
import dev.tickbird.rules.security.DisguisedSuperuser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Somebody is in: what he did is kept as evidence, then his ways in are closed, none of them is removed.
record Intruder() implements Playbook {

    @Override
    public List<String> never() {
        return List.of(
                "Do not drop the role, the function or the trigger: they are evidence, and what they own goes with them."
                        + " Disable them.",
                "Do not restart the server first: what runs now, and from where, is then gone.",
                "Do not write a new password into an SQL statement: it stands in the log, where the intruder may read it.",
                "Do not trust a server again on which somebody was superuser: he could run programs on its host.");
    }

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
        Suspects suspects = new Suspects(scene);
        return scene.diagnosis(suspects.signs(), numbers(scene), measures(suspects, scene));
    }

    private static List<Measure> measures(Suspects suspects, Scene scene) {
        List<Measure> measures = new ArrayList<>();
        measures.add(evidence(scene));
        suspects.programs()
                .forEach(session -> measures.add(Measure.of(
                        "session " + session.pid(),
                        EndOfSession.of(session),
                        "If nobody vouches for session " + session.pid()
                                + ", note with \"ps -ef --forest\" on the host which program it runs, then cancel it.",
                        "Its statement fails; the program may live on, or have started others.")));
        suspects.superusers().forEach(role -> measures.add(lockOut(role)));
        suspects.triggers()
                .forEach(trigger -> measures.add(Measure.sql(
                                "If nobody vouches for event trigger \"" + trigger.name()
                                        + "\", disable it, after reading " + trigger.functionName() + ".",
                                "It does not fire any more.",
                                "",
                                Sql.format("alter event trigger %I disable", trigger.name()))
                        .undoneBy(Sql.format("alter event trigger %I enable%s", trigger.name(), firing(trigger)))));
        scene.findings().stream()
                .filter(finding -> finding.rule().equals("trust-authentication")
                        && finding.severity().atLeast(Severity.WARNING))
                .limit(Suspects.FEW)
                .forEach(finding -> measures.add(Measure.cure(finding)));
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
        boolean managed = scene.edition().managed();
        List<String> lines = new ArrayList<>(List.of("tickbird snapshot TARGET -o evidence.tickbird"));
        if (!managed) {
            lines.add("cp -a " + scene.logs() + " evidence-logs");
        }
        return Measure.look(
                "Keep the evidence before anything is changed: what runs now, the roles and their rights, every function,"
                        + " the lines of pg_hba.conf, and the logs. TARGET is what you gave this command."
                        + (managed ? " Download the logs from the console of the service." : ""),
                lines.toArray(String[]::new));
    }

    /// `enable` alone would change when it fires.
    private static String firing(EventTrigger trigger) {
        return switch (trigger.firing()) {
            case ALWAYS -> " always";
            case REPLICA -> " replica";
            case ORIGIN, DISABLED -> "";
        };
    }

    private static Measure lockOut(Role role) {
        return Measure.sql(
                        "If nobody vouches for role \"" + role.name()
                                + "\", lock it out, and end its sessions. Backups,"
                                + " standbys and cluster managers that use it stop, so ask first.",
                        "It cannot log in any more; what it owns stays. What its sessions have not committed is rolled"
                                + " back.",
                        "",
                        Sql.format("alter role %I nologin", role.name()),
                        Sql.format(
                                "select pid, pg_terminate_backend(pid) from pg_stat_activity where usename = %L and pid <>"
                                        + " pg_backend_pid()",
                                role.name()))
                .undoneBy(Sql.format("alter role %I login", role.name()));
    }

    private static List<String> numbers(Scene scene) {
        List<String> numbers = new ArrayList<>();
        List<Role> roles = scene.all(Role.class).stream()
                .filter(role -> !role.builtIn())
                .sorted(Comparator.comparingLong(Role::oid).reversed())
                .toList();
        numbers.add(Words.count(roles.size(), "role") + ", the newest, by OID: "
                + Words.some(roles.stream().limit(Suspects.FEW).map(Role::name).toList(), Suspects.FEW));
        numbers.add(Words.count(scene.clients().size(), "session") + " of clients, from "
                + Words.count(
                        scene.clients().stream()
                                .map(Suspects::address)
                                .distinct()
                                .count(),
                        "address"));
        numbers.add(scene.count(HbaLine.class, "line") + " of pg_hba.conf, "
                + scene.count(EventTrigger.class, "event trigger") + ", " + scene.count(Function.class, "function"));
        if (scene.setting("log_connections").equals("off")
                || scene.setting("log_connections").isEmpty()) {
            numbers.add("log_connections is off: who logged in, and from where, does not stand in the log");
        }
        return numbers;
    }
}
