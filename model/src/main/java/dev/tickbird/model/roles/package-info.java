// SPDX-License-Identifier: Apache-2.0
/// Who may do what: roles, memberships, privileges.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
/// Start at `Privilege`.
///
/// Must stay true: no password, not even its hash, is in any of them.
package dev.tickbird.model.roles;
