// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.roles.Role;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An application that works as superuser: several sessions of one program, and none that administrators use.
///
/// @param sessions how many of one application, in one database, are more than a person opens
public record ApplicationSuperuser(int sessions) implements Rule {

    /// What people and their tools call themselves.
    private static final Pattern TOOL = Pattern.compile(
            "(?i).*(psql|pgadmin|dbeaver|datagrip|intellij|navicat|pg_dump|pg_restore|basebackup|backrest|barman|wal-g|patroni"
                    + "|repmgr|pg_auto_failover|pg_cron|exporter|telegraf|zabbix|check_|pgwatch|datadog|pganalyze|newrelic"
                    + "|vacuumdb|reindexdb|pgbench|powa|tickbird|parallel worker).*");

    public ApplicationSuperuser() {
        this(4);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Role.class, Session.class).ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Set<String> superusers = snapshot.all(Role.class).stream()
                .filter(Role::superuser)
                .map(Role::name)
                .collect(Collectors.toSet());
        return snapshot.all(Session.class).stream()
                .filter(session -> session.kind().equals("client backend") && superusers.contains(role(session)))
                .filter(session -> !TOOL.matcher(session.application()).matches())
                .collect(Collectors.groupingBy(Application::of))
                .entrySet()
                .stream()
                .filter(group -> group.getValue().size() >= sessions)
                .map(group -> finding(group.getKey(), group.getValue().size()));
    }

    private record Application(String role, String database, String name) {

        static Application of(Session session) {
            return new Application(
                    ApplicationSuperuser.role(session),
                    Objects.requireNonNullElse(session.database(), ""),
                    session.application());
        }
    }

    private static String role(Session session) {
        return Objects.requireNonNullElse(session.role(), "");
    }

    private Finding finding(Application application, int count) {
        String name = application.name.isEmpty() ? "without a name" : "\"" + application.name + "\"";
        return finding(
                Severity.WARNING,
                new Subject("role", Identifier.quoted(application.role))
                        .at(" in " + Identifier.quoted(application.database)),
                "application " + name + " works as superuser \"" + application.role + "\"",
                "It has " + Words.count(count, "session") + " in database \"" + application.database + "\" now.",
                Evidence.of("sessions", count).and("application", application.name),
                "No privilege and no policy holds for it: one hole in the application gives away the whole server, its"
                        + " files and programs; and it takes the connections that are kept for administrators.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Make it a role of its own, with nothing but what it needs: \"create role app login\", the"
                                        + " ownership of its tables or grants on them, timeouts.",
                                "Have it log in as that role, first where nobody is hurt.",
                                "Then give \"" + application.role + "\" another password, so that nothing is left that"
                                        + " uses it."),
                        Sql.format("select usename, application_name, count(*) from pg_stat_activity"
                                + " join pg_roles on rolname = usename and rolsuper group by 1, 2")));
    }
}
