// SPDX-License-Identifier: Apache-2.0
/// What is wrong with standbys, slots, publications and subscriptions, on the side that sends or on the one that takes.
///
/// In come receivers, slots, publications, subscriptions and the keys of published tables, out go findings. Start at
/// [InactiveReplicationSlot]; [Receivers] knows who receives, [WalRate] when a limit will be reached, [ReplicaIdentity]
/// prescribes what identifies the rows of a table.
///
/// Must stay true: whether the reader of a slot will come back only a person knows, so nothing here prescribes
/// the drop of a slot that could still serve it; one that the server has given up is dropped. A column that may be
/// null identifies no row.
package dev.tickbird.rules.replication;
