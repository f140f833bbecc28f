// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A server that lacks what has been mended since: it is behind the newest minor release, its major version is at the
/// end of its life, or it is no release at all.
///
/// @param grace how long the next release may have been out
/// @param negligence from this age of the next release on it costs today
/// @param notice how long before the end of a major version's life it is told
public record OutdatedRelease(Duration grace, Duration negligence, Duration notice) implements Rule {

    private static final int STALE_DAYS = 120; // by then, the next minor releases have come out

    public OutdatedRelease() {
        this(Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(180));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, EditionEvidence.class);
    }

    @Override
    public Set<String> yieldsTo() {
        return Set.of("unsafe-release");
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).version().matches("\\d+(devel|beta|rc).*")) {
            return Stream.of(unreleased(snapshot.the(Server.class)));
        }
        return MinorUpdate.hasReleasesOfItsOwn(snapshot)
                ? Stream.empty()
                : Stream.concat(behind(snapshot).stream(), ending(snapshot).stream());
    }

    private Finding unreleased(Server server) {
        return finding(
                Severity.WARNING,
                new Subject("server", "PostgreSQL").at(" release"),
                "PostgreSQL " + server.version() + " is not a release",
                "It was published for trying out.",
                Evidence.of("version", server.version()),
                "It has faults that its release has not, and no later version reads its data folder.",
                new Remedy.Advice("Dump what is worth keeping, and load it into a server of a release."));
    }

    private Optional<Finding> behind(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        List<Releases.Release> newer = Releases.after(server.major(), MinorUpdate.minor(server));
        if (newer.isEmpty() || daysSince(newer.getFirst().date(), snapshot) < grace.toDays()) {
            return Optional.empty();
        }
        Releases.Release next = newer.getFirst();
        Releases.Release last = newer.getLast();
        long count = (long) last.minor() - MinorUpdate.minor(server);
        return Optional.of(finding(
                daysSince(next.date(), snapshot) < negligence.toDays() ? Severity.ADVICE : Severity.WARNING,
                new Subject("server", "PostgreSQL").at(" release"),
                MinorUpdate.name(server) + " is " + Words.count(count, "minor release") + " behind",
                "Release " + next + " came out on " + next.date()
                        + (last.equals(next) ? "" : ", " + last + " on " + last.date()) + "." + knowledge(snapshot),
                Evidence.of("behind", count).and("newest", last.toString()),
                "Each mends faults that lose data, give wrong answers or let somebody in, and tells everybody of them. "
                        + "None changes how data are stored or what SQL means.",
                new Remedy.Advice(List.of(MinorUpdate.advice(snapshot)), Sql.format("show server_version"))));
    }

    private Optional<Finding> ending(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        return Releases.end(server.major())
                .filter(end -> daysSince(end, snapshot) > -notice.toDays())
                .map(end -> ending(server.major(), end, snapshot));
    }

    private Finding ending(int major, LocalDate end, Snapshot snapshot) {
        boolean over = daysSince(end, snapshot) > 0;
        boolean managed = Edition.of(snapshot).managed();
        String service = "Look what " + Edition.of(snapshot).displayName()
                + " does with old versions: some are upgraded without being asked, some cost more from then on. ";
        return finding(
                over ? Severity.WARNING : Severity.ADVICE,
                new Subject("server", "PostgreSQL").at(" major version"),
                over
                        ? "PostgreSQL " + major + " is no longer mended"
                        : "PostgreSQL " + major + " will soon be mended no more",
                "Its last release " + (over ? "came out on " : "comes out on ") + end + "." + knowledge(snapshot),
                Evidence.of("endOfLife", end.toString()),
                "What is found in it after that day, holes that let somebody in among them, stays as it is.",
                new Remedy.Advice(
                        List.of((managed ? service : "")
                                + "Plan the upgrade to a newer major version: with \"pg_upgrade"
                                + " --link\" it takes minutes, by logical replication nearly no time. \"tickbird twin"
                                + " --pg\" tells which plans would change."),
                        Sql.format("show server_version")));
    }

    private static String knowledge(Snapshot snapshot) {
        long age = daysSince(Releases.known(), snapshot);
        return " What this rule knows of releases is of " + Releases.known()
                + (age > STALE_DAYS ? ", so there are newer ones by now." : ".");
    }

    private static long daysSince(LocalDate day, Snapshot snapshot) {
        return ChronoUnit.DAYS.between(day, LocalDate.ofInstant(snapshot.takenAt(), ZoneOffset.UTC));
    }
}
