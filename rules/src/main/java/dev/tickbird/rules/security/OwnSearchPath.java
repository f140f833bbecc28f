// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.security;

import dev.tickbird.model.finding.Impact;
import dev.tickbird.model.finding.Remedy;
import dev.tickbird.model.finding.Sql;
import dev.tickbird.model.finding.Step;
import dev.tickbird.model.schema.Function;
import java.util.List;

/// Prescribes a search path for a function: the schemas that its body needs and no others, temporary objects last.
final class OwnSearchPath {

    private OwnSearchPath() {}

    static Remedy of(Function function, FunctionBody body) {
        String kind = kind(function);
        String signature = function.signature();
        Sql template = Sql.format("alter %s %s set search_path = SCHEMA, pg_temp", kind, signature);
        if (!body.ambiguous().isEmpty()) {
            return new Remedy.Advice("Say which schema it means: " + template + ". Several have "
                    + String.join(", ", body.ambiguous()) + ", and so far its callers decide.");
        }
        if (body.isOpaque()) {
            return new Remedy.Advice("Say which schemas it needs: " + template + ". It puts statements together while"
                    + " it runs, so its text does not show them all; call it once afterwards.");
        }
        List<String> schemas = body.schemas().isEmpty() ? List.of("pg_catalog") : body.schemas();
        return new Remedy.Statement(
                List.of(Step.inTransaction(
                        Sql.format("alter %s %s set search_path = %I, pg_temp", kind, signature, schemas))),
                List.of(Step.inTransaction(Sql.format("alter %s %s reset search_path", kind, signature))),
                Impact.NONE,
                null);
    }

    /// As `alter` calls it.
    static String kind(Function function) {
        return function.kind() == Function.Kind.PROCEDURE ? "procedure" : "function";
    }
}
