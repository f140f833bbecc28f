// SPDX-License-Identifier: Apache-2.0
/// What goes on right now: sessions, locks, running maintenance.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`. Start at `Session`.
///
/// Must stay true: how long something has lasted is counted up to the instant of the snapshot, not of whoever
/// looks at it later; so what stands here is when it began.
package dev.tickbird.model.activity;
