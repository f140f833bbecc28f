// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.memory;

import dev.tickbird.model.Bytes;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.model.server.Settings;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/// Large `shared_buffers` in small pages: each session keeps a table of all those that it has touched.
///
/// @param minPageTables what the tables of the sessions of this moment may take together
public record UnusedHugePages(Bytes minPageTables) implements Rule {

    private static final String STATUS = "huge_pages_status";
    private static final String WANTED = "huge_pages";
    private static final String BUFFERS = "shared_buffers";
    private static final String NEEDED = "shared_memory_size_in_huge_pages";
    private static final int ENTRY = 8; // bytes, for each page of 4 kB

    public UnusedHugePages() {
        this(Bytes.parse("2 GB"));
    }

    @Override
    public Needs needs() {
        return Needs.facts(Server.class)
                .inPart(Session.class) // of the others, it is shown that they are there
                .settings(STATUS, WANTED, BUFFERS, NEEDED)
                .since(17)
                .ownHost();
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        Settings settings = Settings.of(snapshot);
        long bytes = Long.parseLong(settings.value(BUFFERS).orElse("0"))
                * snapshot.the(Server.class).blockSize();
        long table = bytes / 4096 * ENTRY;
        long sessions = 1 // this one
                + snapshot.all(Session.class).stream()
                        .filter(session -> session.database() != null)
                        .count();
        return settings.value(STATUS).filter("off"::equals).isPresent() && sessions * table >= minPageTables.number()
                ? Stream.of(finding(settings, bytes, table, sessions))
                : Stream.empty();
    }

    private Finding finding(Settings settings, long buffers, long table, long sessions) {
        boolean tried = settings.value(WANTED).filter("off"::equals).isEmpty();
        String enough = settings.value(NEEDED)
                .filter(pages -> pages.matches("\\d{1,9}"))
                .map(pages -> "at least " + (Long.parseLong(pages) + 15) / 16 * 16)
                .orElse("as many as " + NEEDED + " says");
        return finding(
                Severity.ADVICE,
                new Subject("setting", WANTED),
                "the server has " + Words.bytes(buffers) + " of shared_buffers in small pages",
                "huge_pages is " + settings.value(WANTED).orElse("")
                        + (tried ? ", and the host had none to give" : "") + ". A session that has touched all of"
                        + " shared_buffers keeps a page table of " + Words.bytes(table) + "; with "
                        + Words.count(sessions, "session") + " that may become " + Words.bytes(sessions * table) + ".",
                Evidence.of("pageTableBytes", table).and("tried", tried),
                "This memory nobody has reckoned with, and it grows while sessions live, until the host ends a process to"
                        + " get some back; and each access looks through larger tables.",
                Remedy.Advice.inOrder(
                        List.of(
                                "Have the host keep huge pages ready: vm.nr_hugepages, " + enough
                                        + "; in a file of /etc/sysctl.d, so that it lasts.",
                                tried
                                        ? "Restart the server; with huge_pages at try it takes them if they suffice."
                                        : "Set huge_pages to try, and restart the server.",
                                "Fewer sessions need fewer tables: a pool in front helps as much."),
                        Sql.format("select name, setting from pg_settings where name like 'huge_pages%%'")));
    }
}
