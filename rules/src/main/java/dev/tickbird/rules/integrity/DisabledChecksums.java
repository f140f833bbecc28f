// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Setting;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// A cluster without checksums on its pages: what a disk spoils goes unnoticed, into standbys and backups too.
public record DisabledChecksums() implements Rule {

    @Override
    public Needs needs() {
        return Needs.facts(Setting.class).settings("data_checksums").ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        return snapshot.all(Setting.class).stream()
                .filter(setting -> setting.name().equals("data_checksums")
                        && setting.value().equals("off"))
                .map(this::finding);
    }

    private Finding finding(Setting setting) {
        return finding(
                Severity.NOTE,
                new Subject("setting", setting.name()),
                "pages on disk have no checksums",
                "The cluster was initialised without them, as was usual before PostgreSQL 18.",
                Evidence.of("value", setting.value()),
                "A page that the disk, its controller or the file system gives back wrong is read as if it were right:"
                        + " nobody learns of it before the last sound backup is gone.",
                new Remedy.Advice(
                        List.of(
                                "With standbys: stop one cleanly, run \"pg_checksums --enable --progress\" on its data"
                                        + " folder, start it, and so on with each; switch over, and do the same with the"
                                        + " old primary. Nobody waits longer than for the switch. Meanwhile pg_rewind must"
                                        + " not copy between servers of which only one has checksums.",
                                "Without: do the same with this server. It reads the whole cluster and writes it anew,"
                                        + " and must stay stopped until it is done."),
                        Sql.format("show data_checksums")));
    }
}
