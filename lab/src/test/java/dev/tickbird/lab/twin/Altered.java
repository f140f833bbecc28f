// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.Fact;
import dev.tickbird.model.Snapshot;
import dev.tickbird.model.schema.Collation;
import dev.tickbird.model.schema.Function;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.server.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Snapshots of what no server would have, or not this one.
final class Altered {

    private Altered() {}

    static Extension renamed(Extension it) {
        return new Extension(
                it.oid(), "vanished", it.version(), it.schema(), it.owner(), it.relocatable(), null, false);
    }

    /// One that PostgreSQL found on a machine that has a locale which none has.
    static Collation fromElsewhere(Collation it) {
        return new Collation(
                it.oid(),
                it.schema(),
                it.name(),
                it.owner(),
                true,
                it.provider(),
                it.deterministic(),
                it.builtIn() ? it.collate() : "xx_YY.utf8",
                it.builtIn() ? it.characterType() : "xx_YY.utf8",
                it.locale(),
                it.rules(),
                it.recordedVersion(),
                it.actualVersion(),
                it.extension());
    }

    static Index evil(Index it) {
        return new Index(
                it.oid(),
                it.schema(),
                it.name(),
                it.relation(),
                it.parent(),
                it.method(),
                it.columns(),
                it.included(),
                it.operatorClasses(),
                it.collations(),
                it.descending(),
                it.nullsFirst(),
                it.expressions(),
                it.predicate(),
                it.unique(),
                it.nullsNotDistinct(),
                it.primary(),
                it.exclusion(),
                it.immediate(),
                it.constraint(),
                it.clustered(),
                it.valid(),
                it.ready(),
                it.live(),
                it.replicaIdentity(),
                it.partitioned(),
                it.rows(),
                it.pages(),
                it.tablespace(),
                it.options(),
                it.definition() + "; create table public.harm ()");
    }

    static <F extends Fact> Snapshot with(Snapshot snapshot, Class<F> fact, UnaryOperator<F> change) {
        return snapshot.with(
                Map.of(fact, snapshot.all(fact).stream().map(change).toList()));
    }

    static Snapshot without(Snapshot snapshot, Class<? extends Fact> fact) {
        Map<Class<? extends Fact>, List<? extends Fact>> facts = new HashMap<>();
        snapshot.observed().forEach(it -> facts.put(it, snapshot.all(it)));
        facts.remove(fact);
        return new Snapshot(snapshot.takenAt(), facts, snapshot.gaps());
    }

    static Function inC(Function it) {
        return new Function(
                it.oid(),
                it.schema(),
                it.name(),
                it.kind(),
                it.arguments(),
                it.argumentsWithDefaults(),
                it.returnType(),
                it.returnsSet(),
                "c",
                it.owner(),
                it.volatility(),
                it.parallel(),
                it.strict(),
                it.leakproof(),
                it.securityDefiner(),
                it.settings(),
                it.cost(),
                it.rows(),
                it.source(),
                "CREATE FUNCTION public.f() RETURNS integer LANGUAGE c AS '/tmp/strange', $f$f$f$",
                null);
    }
}
