// SPDX-License-Identifier: Apache-2.0
/// What is wrong with the type or the default of a column.
///
/// In come columns, types and defaults, out go findings. Start at [TimestampWithoutTimeZone] for a
/// type, at [FrozenDefault] for a default. [TypedColumns] and [DefaultedColumn] find them, [ChangedType] prescribes
/// another type.
///
/// Must stay true: to change a type may write the table anew, so the impact says it, and where the table is large the
/// remedy is advice.
package dev.tickbird.rules.columns;
