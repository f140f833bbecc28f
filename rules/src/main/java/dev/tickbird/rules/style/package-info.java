// SPDX-License-Identifier: Apache-2.0
/// Opinions: names, comments, the order of columns. All notes, and only where they are asked for.
///
/// In comes the schema, out go findings.
///
/// Must stay true: nothing here is a defect, so nothing here is examined unless `--strict` asks, or the rule's name.
package dev.tickbird.rules.style;
