// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.server.EditionEvidence;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A minor release with a fault that spoils what is stored, mended in a later one.
public record UnsafeRelease() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, EditionEvidence.class, Index.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Server server = snapshot.the(Server.class);
        Set<String> methods =
                snapshot.all(Index.class).stream().map(Index::method).collect(Collectors.toSet());
        List<Releases.Fault> faults = Releases.faults(server.major(), MinorUpdate.minor(server)).stream()
                .filter(fault -> fault.method().isEmpty() || methods.contains(fault.method()))
                .toList();
        return faults.isEmpty() || MinorUpdate.hasReleasesOfItsOwn(snapshot)
                ? Stream.empty()
                : Stream.of(finding(server, faults, snapshot));
    }

    private Finding finding(Server server, List<Releases.Fault> faults, Snapshot snapshot) {
        String what = faults.stream()
                .map(fault -> fault.what() + " (mended in "
                        + fault.fixedAfter(server.major(), MinorUpdate.minor(server))
                                .orElseThrow() + ")")
                .collect(Collectors.joining("; "));
        return finding(
                faults.stream().anyMatch(Releases.Fault::ordinary) ? Severity.CRITICAL : Severity.WARNING,
                new Subject("server", "PostgreSQL").at(" release"),
                MinorUpdate.name(server) + " has a known fault that spoils indexes",
                "In this release, " + what + ".",
                Evidence.of("faults", faults.size()).and("version", server.version()),
                "Queries through such an index miss rows that are there, and a unique one takes rows that are there"
                        + " already. Nothing reports it.",
                remedy(faults, snapshot));
    }

    private static Remedy remedy(List<Releases.Fault> faults, Snapshot snapshot) {
        String rebuild = faults.stream().map(Releases.Fault::rebuild).collect(Collectors.joining("; "));
        return Remedy.Advice.inOrder(
                List.of(
                        MinorUpdate.advice(snapshot),
                        "Then build anew, with \"reindex index concurrently\", what the fault may have spoilt: "
                                + rebuild + "."),
                Sql.format("show server_version"));
    }
}
