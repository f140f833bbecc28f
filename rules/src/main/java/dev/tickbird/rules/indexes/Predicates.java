// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.indexes;

import dev.tickbird.model.Identifier;

/// The conditions of partial indexes, as the server writes them.
final class Predicates {

    private Predicates() {}

    static String isNotNull(String column) {
        return '(' + Identifier.quoted(column) + " IS NOT NULL)";
    }
}
