// SPDX-License-Identifier: Apache-2.0
/// What would be missing on the day it is needed.
package dev.tickbird.rules.backup;
