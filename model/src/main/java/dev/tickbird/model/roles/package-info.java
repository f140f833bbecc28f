// SPDX-License-Identifier: Apache-2.0
/// Who may do what: roles, memberships, privileges.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.roles;
