// SPDX-License-Identifier: Apache-2.0
/// What is wrong with slots, standbys, publications and subscriptions.
package dev.tickbird.rules.replication;
