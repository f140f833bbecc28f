// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import dev.tickbird.model.QualifiedName;

/// An index that the source does not have, as the planner sees it.
///
/// @param oid in the twin
/// @param rows how many it would hold
/// @param pages how long it would be
/// @param height of a B-tree; of others 0
public record HypotheticalIndex(long oid, QualifiedName name, String method, long rows, long pages, int height) {}
