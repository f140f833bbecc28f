// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.vacuum;

import dev.tickbird.model.Snapshot;
import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.LockMode;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.server.Database;
import dev.tickbird.model.server.Server;
import java.util.ArrayList;
import java.util.List;

/// Prescribes how to freeze the old rows of a database.
///
/// @param oldest the tables of the connected database that must be frozen, the oldest first
/// @param holders who must let go before
record Freeze(Database database, List<Table> oldest, List<XminHolder> holders, Snapshot snapshot) {

    private static final int MANY = 20;

    private static final Sql WATCH =
            Sql.format("select datname, age(datfrozenxid), mxid_age(datminmxid) from pg_database order by 2 desc");

    /// @param elsewhere whether something older is in the database than its tables: a catalog, a temporary table
    Remedy remedy(boolean elsewhere) {
        Server server = snapshot.the(Server.class);
        return holders.isEmpty() && !server.inRecovery() && database.name().equals(server.database())
                ? vacuum(elsewhere)
                : advice(server);
    }

    private Remedy vacuum(boolean elsewhere) {
        List<Step> steps = new ArrayList<>();
        Impact impact = Impact.NONE;
        for (Table table : oldest.subList(0, Math.min(MANY, oldest.size()))) {
            steps.add(Step.alone(Sql.format("vacuum (freeze) %I", table.qualifiedName())));
            impact = impact.andLocking(table.qualifiedName(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        if (elsewhere || oldest.size() > MANY) {
            steps.add(Step.alone(Sql.format("vacuum (freeze)")));
        }
        return Remedy.Statement.harmless(steps, impact, WATCH);
    }

    private Remedy advice(Server server) {
        List<String> options = new ArrayList<>();
        holders.stream()
                .limit(3)
                .forEach(holder -> options.add("First end " + holder.name() + ". " + holder.story() + "."));
        String then = holders.isEmpty() ? "In" : "Then, in";
        if (server.inRecovery()) {
            options.add(then + " database \"" + database.name() + "\" on the primary, run \"vacuum (freeze)\".");
        } else if (database.allowsConnections()) {
            options.add(then + " database \"" + database.name() + "\", run \"vacuum (freeze)\" as a superuser.");
        } else {
            options.add("Nobody may connect to the database: run \""
                    + Sql.format("alter database %I allow_connections true", database.name())
                    + "\", connect to it as a superuser, run \"vacuum (freeze)\", and forbid connections again.");
        }
        return Remedy.Advice.inOrder(options, WATCH);
    }
}
