// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.extensions;

import dev.tickbird.model.Identifier;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Evidence;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Reversal;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.finding.Subject;
import dev.tickbird.model.server.Extension;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Needs;
import dev.tickbird.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An extension whose objects in this database are of another version than its files on the server, as after an upgrade
/// of packages. Versions are names, not numbers: only the server knows whether one leads to the other.
public record OutdatedExtension() implements Rule {

    private static final String OF_POSTGIS =
            "Read its release notes, then run \"select postgis_extensions_upgrade()\", which updates all extensions of"
                    + " PostGIS together, and run it once more if it asks for that.";

    /// What the makers of an extension ask for instead of a plain update.
    private static final Map<String, String> PROCEDURES = Map.of(
            "postgis",
            OF_POSTGIS,
            "postgis_raster",
            OF_POSTGIS,
            "postgis_sfcgal",
            OF_POSTGIS,
            "postgis_tiger_geocoder",
            OF_POSTGIS,
            "postgis_topology",
            OF_POSTGIS,
            "timescaledb",
            "Read its release notes, connect with \"psql -X\", and run \"alter extension timescaledb update\" as the"
                    + " first statement of the session: no other may have loaded the old library.");

    @Override
    public Needs needs() {
        return Needs.facts(Server.class, Extension.class);
    }

    @Override
    public Stream<Finding> examine(Snapshot snapshot) {
        if (snapshot.the(Server.class).inRecovery()) { // its primary has the same, and can be cured
            return Stream.empty();
        }
        return snapshot.all(Extension.class).stream()
                .filter(extension -> extension.isOutdated() && extension.updatable())
                .map(this::finding);
    }

    private Finding finding(Extension extension) {
        String ready = String.valueOf(extension.defaultVersion());
        return finding(
                Severity.ADVICE,
                new Subject("extension", Identifier.quoted(extension.name())),
                "extension \"" + extension.name() + "\" is at version " + extension.version() + ", the server has "
                        + ready,
                "In this database it is as version " + extension.version()
                        + " made it; the files on the server are version " + ready
                        + ", and they know the way from one to the other.",
                Evidence.of("installed", extension.version()).and("available", ready),
                "Functions and columns of the newer version are missing here, its corrections to SQL objects are not in"
                        + " force, and some later version may drop the code that still serves the old objects.",
                remedy(extension, ready));
    }

    private static Remedy remedy(Extension extension, String ready) {
        Sql watch = Sql.format("select extversion from pg_extension where extname = %L", extension.name());
        String procedure = PROCEDURES.get(extension.name());
        if (procedure != null) {
            return new Remedy.Advice(List.of(procedure), watch);
        }
        return new Remedy.Statement(
                List.of(Step.inTransaction(Sql.format("alter extension %I update to %L", extension.name(), ready))),
                List.of(),
                Reversal.ONE_WAY,
                Impact.UNFORESEEN,
                false,
                watch);
    }
}
