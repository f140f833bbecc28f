// SPDX-License-Identifier: Apache-2.0
/// What the server has counted: reads, writes, sizes, statements, checkpoints.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.statistics;
