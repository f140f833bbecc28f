// SPDX-License-Identifier: Apache-2.0
/// What is wrong with tables, their columns, keys and constraints.
package dev.tickbird.rules.tables;
