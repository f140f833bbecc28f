// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.schema;

/// When a trigger or rule fires, in terms of `session_replication_role`.
public enum Firing {
    /// In ordinary sessions, not while replicated changes are applied.
    ORIGIN,
    /// Only while replicated changes are applied.
    REPLICA,
    ALWAYS,
    DISABLED
}
