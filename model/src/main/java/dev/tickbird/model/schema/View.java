// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A view; its columns are `Column`s.
///
/// @param options such as `security_invoker=true`
/// @param definition its query; null while somebody holds one of its tables exclusively
public record View(
        long oid,
        String schema,
        String name,
        String owner,
        List<String> options,
        @Nullable String definition,
        @Nullable String extension)
        implements FromExtension {

    public View {
        options = List.copyOf(options);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }

    /// Whether it reads its tables as the role that asks; otherwise as its owner, past row security of that role.
    public boolean isSecurityInvoker() {
        return Options.isOn(options, "security_invoker");
    }

    /// Whether conditions of the asking query must wait until the view has hidden what it hides.
    public boolean isSecurityBarrier() {
        return Options.isOn(options, "security_barrier");
    }

    /// `local` or `cascaded`; empty if rows may be written that the view does not show.
    public Optional<String> checkOption() {
        return Options.value(options, "check_option");
    }
}
