// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.Fact;
import java.util.List;

/// As whom a role enters a foreign server. The values of the options are never read.
///
/// @param server the name of the foreign server
/// @param role `public` is everybody without a mapping of his own
/// @param optionNames such as `user`, `password`; empty if the examining role may not see them
public record UserMapping(long oid, String server, String role, List<String> optionNames) implements Fact {

    public UserMapping {
        optionNames = List.copyOf(optionNames);
    }
}
