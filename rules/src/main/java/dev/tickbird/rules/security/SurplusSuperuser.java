// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.roles.Role;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// More superusers who may log in than a server needs.
///
/// @param superusers how many it may need: the first one, and one each for those who administer it
public record SurplusSuperuser(int superusers) implements Rule {

    public SurplusSuperuser() {
        this(3);
    }

    @Override
    public Needs needs() {
        return Needs.facts(Role.class).ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        List<String> all = snapshot.all(Role.class).stream()
                .filter(role -> role.superuser() && role.canLogin())
                .map(Role::name)
                .toList();
        return all.size() <= superusers ? Stream.empty() : Stream.of(finding(all));
    }

    private Finding finding(List<String> all) {
        return finding(
                Severity.NOTE,
                new Subject("server", "superusers"),
                all.size() + " superusers may log in",
                "They are: " + all.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")) + ".",
                Evidence.of("superusers", all.size()),
                "Each is a way to everything, and no privilege, policy or limit holds for it.",
                new Remedy.Advice(
                        List.of(
                                "Give people and programs what they need and no more: pg_monitor, pg_read_all_data,"
                                        + " pg_signal_backend, pg_checkpoint and pg_maintain serve most, and CREATEROLE or"
                                        + " CREATEDB others.",
                                "Who must be superuser now and then, can be a member of a superuser who may not log in, and"
                                        + " say \"set role\" when needed, which the log shows."),
                        Sql.format("select rolname, rolvaliduntil from pg_roles where rolsuper and rolcanlogin"
                                + " order by rolname")));
    }
}
