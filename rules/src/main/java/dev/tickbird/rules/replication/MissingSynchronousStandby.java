// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.replication;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.replication.Replica;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Setting;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fewer synchronous standbys are connected than each commit waits for: no commit returns.
public record MissingSynchronousStandby() implements Rule {

    private static final String NAMES = "synchronous_standby_names";
    private static final String COMMIT = "synchronous_commit";
    private static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:(?:first|any)\\s+)?(\\d+)\\s*\\(", Pattern.CASE_INSENSITIVE);

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Replica.class)
                .inPart(Session.class) // who waits
                .settings(NAMES, COMMIT);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return Settings.of(snapshot).named(NAMES).stream()
                .filter(names ->
                        !names.value().isBlank() && !snapshot.the(Server.class).inRecovery())
                .filter(names -> isWaitedFor(snapshot) && present(snapshot).size() < number(names))
                .map(names -> finding(names, snapshot));
    }

    /// What this database or role sets for itself says nothing of the others.
    private static boolean isWaitedFor(Snapshot snapshot) {
        return Settings.of(snapshot)
                .named(COMMIT)
                .filter(commit -> Set.of("off", "local").contains(commit.value())
                        && Set.of("default", "configuration file", "command line")
                                .contains(commit.source()))
                .isEmpty();
    }

    private static List<Replica> present(Snapshot snapshot) {
        return snapshot.all(Replica.class).stream()
                .filter(replica -> Set.of("sync", "quorum").contains(replica.syncState()))
                .toList();
    }

    /// How many must confirm a commit: a list without a number asks for one.
    private static int number(Setting names) {
        Matcher number = NUMBER.matcher(names.value());
        return number.find() ? Integer.parseInt(number.group(1)) : 1;
    }

    private Finding finding(Setting names, Snapshot snapshot) {
        long waiting = snapshot.all(Session.class).stream()
                .filter(session -> "SyncRep".equals(session.waitEvent()))
                .count();
        int present = present(snapshot).size();
        String others = snapshot.all(Replica.class).stream()
                .filter(replica ->
                        replica.syncState().equals("async") && !replica.state().equals("backup"))
                .map(replica -> '"' + replica.application() + '"')
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return finding(
                Severity.CRITICAL,
                new Subject("setting", NAMES),
                "commits wait for " + number(names) + " synchronous standby" + (number(names) == 1 ? "" : "s")
                        + ", and " + present + (present == 1 ? " is" : " are") + " connected",
                NAMES + " is: " + names.value() + ". " + Words.count(waiting, "session")
                        + (waiting == 1 ? " waits" : " wait") + " for a commit now."
                        + (others.isEmpty() ? "" : " Connected under other names: " + others + "."),
                Evidence.of("waiting", waiting).and("needed", number(names)).and("present", present),
                "Every commit that writes hangs until a standby of that name confirms it: the application stands"
                        + " still, and"
                        + " connections run out. What hangs is committed here already, and comes back after a crash.",
                remedy());
    }

    private static Remedy remedy() {
        return new Remedy.Advice(
                List.of(
                        "Bring the standby back, or give one that is connected the name that is asked for:"
                                + " cluster_name there, or application_name in its primary_conninfo.",
                        "If that takes long, go on without it: \"alter system set synchronous_standby_names = ''\" and"
                                + " \"select"
                                + " pg_reload_conf()\" let all commits return at once. Until it is set again, a"
                                + " failover may lose what was committed.",
                        "Name more standbys than must confirm, such as \"any 1 (a, b)\", so that one may be away."
                                + " Patroni and other cluster managers set the names themselves: change it there."),
                Sql.format("select application_name, state, sync_state from pg_stat_replication"));
    }
}
