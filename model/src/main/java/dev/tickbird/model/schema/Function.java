// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A function, procedure, aggregate or window function.
///
/// @param arguments as `pg_get_function_identity_arguments` writes them: what names it beside its name
/// @param argumentsWithDefaults as a definition needs them
/// @param returnType null for a procedure
/// @param settings what it sets while it runs, such as `search_path=pg_catalog`
/// @param rows how many rows the planner expects of a set-returning function; 0 if it returns no set
/// @param source its body; empty if it is written as SQL-standard body, which only the definition shows
/// @param definition the statement that creates it; null for an aggregate, and while somebody holds a table exclusively
/// that its SQL-standard body reads
public record Function(
        long oid,
        String schema,
        String name,
        Kind kind,
        String arguments,
        String argumentsWithDefaults,
        @Nullable String returnType,
        boolean returnsSet,
        String language,
        String owner,
        Volatility volatility,
        Parallel parallel,
        boolean strict,
        boolean leakproof,
        boolean securityDefiner,
        List<String> settings,
        double cost,
        double rows,
        String source,
        @Nullable String definition,
        @Nullable String extension)
        implements FromExtension {

    public enum Kind {
        FUNCTION,
        PROCEDURE,
        AGGREGATE,
        WINDOW
    }

    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE
    }

    public enum Parallel {
        SAFE,
        RESTRICTED,
        UNSAFE
    }

    public Function {
        settings = List.copyOf(settings);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }

    /// Its name with the arguments, as `drop function` needs them.
    public String signature() {
        return qualifiedName() + "(" + arguments + ")";
    }

    /// What it sets a parameter to while it runs.
    public Optional<String> setting(String parameter) {
        return Options.value(settings, parameter);
    }
}
