// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
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
}
