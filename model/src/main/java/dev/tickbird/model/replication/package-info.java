// SPDX-License-Identifier: Apache-2.0
/// Who copies from whom: publications, subscriptions, replicas, slots.
///
/// Each record here is a fact: its components are the columns of one `.sql` file in `observe`.
package dev.tickbird.model.replication;
