// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.Fact;

/// How finely an expression of an index is analyzed, where it is not by the default.
///
/// @param index the OID of the index
/// @param number the place of the expression among its columns
public record IndexTarget(long index, int number, int statisticsTarget) implements Fact {}
