// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

import dev.tickbird.model.OfRelation;

/// A table that inherits from another without being a partition of it; one record a parent.
///
/// @param relation the OID of the child
/// @param parent the OID of the parent
/// @param place the parent's place among the child's parents, from 1
public record Inheritance(long relation, long parent, int place) implements OfRelation {}
