// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.statistics;

import dev.tickbird.model.Fact;

/// How many blocks a relation's files have now: tables, indexes, TOAST tables, materialized views.
/// A relation that somebody has locked exclusively is left out, for asking would mean to wait.
///
/// @param pages blocks of the main fork
/// @param bytes every fork: main, free space map, visibility map
public record RelationSize(long oid, long pages, long bytes) implements Fact {}
