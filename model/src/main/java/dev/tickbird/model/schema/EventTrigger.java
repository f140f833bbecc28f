// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.FromExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trigger on commands or logins instead of rows.
///
/// @param event `ddl_command_start`, `ddl_command_end`, `sql_drop`, `table_rewrite` or `login`
/// @param function the OID of the function it calls
/// @param functionName the function's name, schema-qualified
/// @param tags the commands it is limited to; empty if it is not
public record EventTrigger(
        long oid,
        String name,
        String owner,
        String event,
        long function,
        String functionName,
        Firing firing,
        List<String> tags,
        @Nullable String extension)
        implements FromExtension {

    public EventTrigger {
        tags = List.copyOf(tags);
    }
}
