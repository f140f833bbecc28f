// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.playbooks;

import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.roles.Membership;
import dev.tickbird.model.roles.Role;
import dev.tickbird.model.schema.EventTrigger;
import dev.tickbird.model.schema.Firing;
import dev.tickbird.model.schema.Function;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an intruder leaves behind or comes by, and what only looks like it. A managed service has some of it itself.
record Suspects(Scene scene) {

    static final int FEW = 5;

    /// The superuser that `initdb` made.
    private static final long FIRST_SUPERUSER = 10;

    private static final Set<String> HOST_ROLES =
            Set.of("pg_execute_server_program", "pg_write_server_files", "pg_read_server_files");

    /// What can do on the host whatever the server can.
    private static final Set<String> UNTRUSTED = Set.of("plpython3u", "plperlu", "pltclu", "plsh", "plr");

    /// It takes a superuser to make one, and a file on the host.
    private static final String NATIVE = "c";

    private static final Pattern PROGRAM = Pattern.compile("(?is)\\s*copy\\b.*\\b(?:to|from)\\s+program\\b.*");

    List<Sign> signs() {
        Stream<Sign> findings = scene.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.WARNING))
                .map(finding -> Sign.of(Sign.Weight.of(finding.severity() == Severity.CRITICAL), finding));
        Stream<Sign> dethroned = scene.all(Role.class).stream()
                .filter(role -> role.oid() == FIRST_SUPERUSER && !role.superuser() && !isManaged())
                .map(Suspects::dethroned);
        Stream<Sign> hostRoles = scene.all(Membership.class).stream()
                .filter(it -> HOST_ROLES.contains(it.role()) && !it.member().startsWith("pg_"))
                .map(Suspects::hostRole);
        return Stream.of(
                        findings,
                        programs().stream().map(Suspects::program),
                        dethroned,
                        superusers().stream().map(this::superuser),
                        triggers().stream().map(Suspects::trigger),
                        functions().map(Suspects::function),
                        hostRoles)
                .flatMap(signs -> signs)
                .toList();
    }

    /// Sessions whose statement runs one on the host.
    List<Session> programs() {
        return scene.clients().stream()
                .filter(session -> session.query() != null
                        && PROGRAM.matcher(session.query()).matches())
                .limit(FEW)
                .toList();
    }

    private boolean isManaged() {
        return scene.edition().managed();
    }

    /// The newest first: OIDs are given out in order.
    List<Role> superusers() {
        return scene.all(Role.class).stream()
                .filter(role -> role.superuser() && role.canLogin() && role.oid() != FIRST_SUPERUSER)
                .filter(_ -> !isManaged())
                .sorted(Comparator.comparingLong(Role::oid).reversed())
                .limit(FEW)
                .toList();
    }

    List<EventTrigger> triggers() {
        return scene.all(EventTrigger.class).stream()
                .filter(trigger -> trigger.firing() != Firing.DISABLED && !isManaged())
                .limit(FEW)
                .toList();
    }

    private Stream<Function> functions() {
        return scene.all(Function.class).stream()
                .filter(function -> function.language().equals(NATIVE) || UNTRUSTED.contains(function.language()))
                .limit(FEW);
    }

    /// One that comes over the network is worth more than a question.
    private Sign superuser(Role role) {
        List<Session> sessions = scene.clients().stream()
                .filter(session -> role.name().equals(session.role()))
                .limit(FEW)
                .toList();
        return Sign.of(
                        sessions.stream().allMatch(Suspects::isLocal) ? Sign.Weight.QUESTION : Sign.Weight.SIGN,
                        "role \"" + role.name() + "\" is a superuser and may log in",
                        "It is not the one that initdb has made. Its OID is " + role.oid()
                                + ": the higher, the newer. Does somebody vouch for it?"
                                + (sessions.isEmpty() ? " It is not connected now." : " It is connected now:"),
                        Evidence.of("oid", role.oid()).and("sessions", sessions.size()))
                .with(sessions.stream()
                        .map(session -> session.pid() + " from " + address(session) + ", since "
                                + scene.age(session.startedAt()) + ": " + Scene.shortened(session.query(), 40))
                        .toList());
    }

    private static boolean isLocal(Session session) {
        String address = Objects.requireNonNullElse(session.clientAddress(), "");
        return address.isEmpty() || address.startsWith("127.") || address.startsWith("::1");
    }

    static String address(Session session) {
        return Objects.requireNonNullElse(session.clientAddress(), "this host");
    }

    private static Sign program(Session session) {
        return Sign.of(
                Sign.Weight.ALARM,
                "session " + session.pid() + ("active".equals(session.state()) ? " has" : " has had")
                        + " the server run a program on its host",
                "Role " + session.role() + ", from " + address(session) + ": " + Scene.shortened(session.query(), 200),
                Evidence.of("pid", session.pid()));
    }

    private static Sign dethroned(Role role) {
        return Sign.of(
                Sign.Weight.SIGN,
                "role \"" + role.name() + "\", which initdb has made, is no superuser any more",
                "Another superuser took that from it: intruders do, to be alone.",
                Evidence.of("oid", role.oid()));
    }

    private static Sign trigger(EventTrigger trigger) {
        return Sign.of(
                Sign.Weight.QUESTION,
                "event trigger \"" + trigger.name() + "\" runs " + trigger.functionName() + " on " + trigger.event(),
                "It belongs to " + trigger.owner()
                        + ", and runs with the rights of whoever causes the event, superusers included.",
                Evidence.of("owner", trigger.owner()));
    }

    private static Sign function(Function function) {
        return Sign.of(
                function.language().equals(NATIVE) ? Sign.Weight.SIGN : Sign.Weight.QUESTION,
                "function " + function.signature() + " is written in " + function.language()
                        + " and belongs to no extension",
                "It belongs to " + function.owner() + ", and can do on the host whatever the server can.",
                Evidence.of("owner", function.owner()).and("language", function.language()));
    }

    private static Sign hostRole(Membership membership) {
        return Sign.of(
                Sign.Weight.QUESTION,
                "role \"" + membership.member() + "\" is a member of " + membership.role(),
                "It gets at the server's host without being a superuser.",
                Evidence.of("member", membership.member()));
    }
}
