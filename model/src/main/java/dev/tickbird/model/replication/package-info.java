// SPDX-License-Identifier: Apache-2.0
/// Who copies from whom: publications, subscriptions, replicas, slots.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
/// Start at `ReplicationSlot`.
///
/// Must stay true: a component that only newer servers have is null on older ones, never a made-up value.
package dev.tickbird.model.replication;
