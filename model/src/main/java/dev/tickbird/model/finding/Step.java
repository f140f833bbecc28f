// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model.finding;

/// One statement of a remedy.
///
/// @param transactional whether it may run inside a transaction block
public record Step(Sql sql, boolean transactional) {

    public static Step inTransaction(Sql sql) {
        return new Step(sql, true);
    }

    public static Step alone(Sql sql) {
        return new Step(sql, false);
    }
}
