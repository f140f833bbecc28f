// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A foreign server.
///
/// @param wrapper the name of its foreign-data wrapper
/// @param options what looks like a secret is `*****`
public record ForeignServer(
        long oid,
        String name,
        String wrapper,
        String owner,
        @Nullable String type,
        @Nullable String version,
        List<String> options,
        @Nullable String extension)
        implements FromExtension {

    public ForeignServer {
        options = List.copyOf(options);
    }

    public Optional<String> option(String parameter) {
        return Options.value(options, parameter);
    }
}
