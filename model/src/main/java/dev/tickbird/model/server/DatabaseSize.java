// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.server;

import dev.tickbird.model.Fact;

/// How much disk a database takes. Only databases that the examining role may connect to, unless it
/// reads all statistics.
///
/// @param oid the database's OID
public record DatabaseSize(long oid, String name, long bytes) implements Fact {}
