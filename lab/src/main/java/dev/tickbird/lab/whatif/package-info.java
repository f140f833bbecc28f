// SPDX-License-Identifier: Apache-2.0
/// What-if questions, answered by PostgreSQL's own planner on a ghost.
///
/// In come a snapshot, queries and [Changes]; out comes an [Answer]: each query's plan before and after, the worst
/// first, and what could not be planned. Start reading at [WhatIf]; every plan is asked of a [Planner], which does not
/// make it twice. A query whose constants are not known is planned with none, and with values that the statistics make
/// plausible, see [UnknownConstants].
///
/// Must stay true: of a user's query nothing but `explain` reaches a server, one statement at a time, never
/// `explain analyze`; the source is not touched.
package dev.tickbird.lab.whatif;
