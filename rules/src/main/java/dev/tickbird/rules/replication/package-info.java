// SPDX-License-Identifier: Apache-2.0
/// What is wrong with slots and publications.
///
/// In come slots, publications and the keys of published tables, out go findings. Start at
/// [InactiveReplicationSlot]; [ReplicaIdentity] prescribes what identifies the rows of a table.
///
/// Must stay true: whether the reader of a slot will come back only a person knows, so nothing here prescribes
/// the drop of a slot that could still serve it; one that the server has given up is dropped. A column that may be
/// null identifies no row.
package dev.tickbird.rules.replication;
