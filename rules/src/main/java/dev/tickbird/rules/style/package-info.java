// SPDX-License-Identifier: Apache-2.0
/// Opinions: names, comments, owners, the order of columns. All notes, and only where they are asked for.
///
/// In comes the schema, out go findings. Start at [NumberedColumn], a rule about one table; [QuotedName] tells of a
/// whole schema at once, for a habit is in many places. [NamedObject] is everything that bears a name.
///
/// Must stay true: nothing here is a defect, so nothing here is examined unless `--strict` asks, or the rule's name. An
/// opinion still says what it rests on, and whom it helps.
package dev.tickbird.rules.style;
