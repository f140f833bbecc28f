// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.partitioning;

import dev.tickbird.model.schema.Table;

/// A partition to be.
///
/// @param toast the OID of its TOAST table; 0 if it has none
/// @param table as a snapshot would tell it
record Member(Part part, long toast, Table table) {

    static Member of(Table parent, Part part, UntakenNames names) {
        long toast = parent.toast() == null ? 0 : names.oid();
        Table table = Copies.partition(parent, names.oid(), names.of(parent.name(), part.label()), toast, part.share());
        return new Member(part, toast, table);
    }

    long oid() {
        return table.oid();
    }
}
