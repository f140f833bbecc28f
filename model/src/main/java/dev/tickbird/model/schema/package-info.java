// SPDX-License-Identifier: Apache-2.0
/// What the database is made of: tables, columns, indexes, constraints, and how they belong together (`Relations`).
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.schema;
