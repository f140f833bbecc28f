// SPDX-License-Identifier: Apache-2.0
/// What goes on right now: sessions, locks, running maintenance.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.activity;
