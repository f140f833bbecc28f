// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

/// A piece that could not be built yet, and what PostgreSQL said.
record Failure(Piece piece, String reason) {}
