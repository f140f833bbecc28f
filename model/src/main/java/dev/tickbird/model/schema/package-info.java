// SPDX-License-Identifier: Apache-2.0
/// What the database is made of: tables, columns, indexes, constraints, and how they belong together (`Relations`).
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`. Start at `Table`.
///
/// Must stay true: facts name each other by OID, and by name only where people read them; a definition is the
/// server's own text, and null while the server could not be asked for it.
package dev.tickbird.model.schema;
