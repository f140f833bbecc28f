// SPDX-License-Identifier: Apache-2.0
/// What is wrong with sessions: too many, idle while they hold something, without a time limit.
package dev.tickbird.rules.connections;
