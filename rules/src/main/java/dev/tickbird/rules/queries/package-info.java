// SPDX-License-Identifier: Apache-2.0
/// What the server knows of its statements, and which of them cost most.
package dev.tickbird.rules.queries;
