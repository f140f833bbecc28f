// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;
import java.util.List;

/// Where a foreign table's rows come from; the rest of it is a `Table`.
///
/// @param relation its own OID
/// @param server the name of the foreign server
/// @param options what looks like a secret is `*****`
public record ForeignTable(long relation, String server, List<String> options) implements OfRelation {

    public ForeignTable {
        options = List.copyOf(options);
    }
}
