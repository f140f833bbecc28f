// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import dev.tickbird.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text search configuration of the user's.
///
/// @param parser the name of its parser
/// @param mappings one a token type: `asciiword: english_stem`
public record TextSearchConfiguration(
        long oid,
        String schema,
        String name,
        String owner,
        String parser,
        List<String> mappings,
        @Nullable String extension)
        implements FromExtension {

    public TextSearchConfiguration {
        mappings = List.copyOf(mappings);
    }

    public QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }
}
