// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.server.Edition;
import dev.tickbird.model.server.Server;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How a server comes to a newer minor release of its major version: the data stay as they are.
final class MinorUpdate {

    /// What they call a release is not mended by the releases of PostgreSQL, but by their own.
    private static final Set<Edition> OWN_RELEASES = EnumSet.of(Edition.AURORA, Edition.ALLOYDB, Edition.NEON);

    private MinorUpdate() {}

    static boolean hasReleasesOfItsOwn(Snapshot snapshot) {
        return OWN_RELEASES.contains(Edition.of(snapshot));
    }

    static int minor(Server server) {
        return server.versionNumber() % 10_000;
    }

    /// `PostgreSQL 14.3`.
    static String name(Server server) {
        return "PostgreSQL " + server.major() + "." + minor(server);
    }

    static String advice(Snapshot snapshot) {
        Edition edition = Edition.of(snapshot);
        int major = snapshot.the(Server.class).major();
        List<Releases.Release> newer = Releases.after(major, minor(snapshot.the(Server.class)));
        String target = newer.isEmpty() ? "the newest release of " + major : newer.getLast() + " or a later one";
        return edition.managed()
                ? "Have " + edition.displayName() + " install " + target + ", at a quiet time: it restarts the server."
                : "Install the packages of " + target
                        + ", on standbys first, and restart the server at a quiet time. The"
                        + " data stay as they are. Read the notes of the releases in between for what to do afterwards.";
    }
}
