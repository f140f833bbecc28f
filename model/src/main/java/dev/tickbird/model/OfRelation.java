// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

/// A fact about a part of a relation: a column, an index, a constraint, its statistics. It goes where
/// its relation goes.
public interface OfRelation extends Fact {

    /// The OID of the table, view or other relation it belongs to.
    long relation();
}
