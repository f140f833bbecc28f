// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A text search dictionary of the user's.
///
/// @param template the name of its template
/// @param options such as `stopwords = 'english'`; null if there are none
public record TextSearchDictionary(
        long oid,
        String schema,
        String name,
        String owner,
        String template,
        @Nullable String options,
        @Nullable String extension)
        implements FromExtension {

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
