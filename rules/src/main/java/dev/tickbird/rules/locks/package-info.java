// SPDX-License-Identifier: Apache-2.0
/// Who waits for whom.
package dev.tickbird.rules.locks;
