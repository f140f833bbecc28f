// SPDX-License-Identifier: Apache-2.0
/// Two snapshots beside each other: what was added, removed and changed, and what happened in the meantime.
///
/// Start at {@link dev.tickbird.model.comparison.Comparison}. What a fact is called and what describes it stands in
/// one of the `…Kinds`: a new fact is a {@link dev.tickbird.model.comparison.Kind} there.
///
/// Must stay true: objects are matched by name, never by OID, and a rename is a removal and an addition; what one side
/// could not see is never shown as removed; the same two snapshots give the same differences in the same order.
package dev.tickbird.model.comparison;
