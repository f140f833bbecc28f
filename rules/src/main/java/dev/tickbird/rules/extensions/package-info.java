// SPDX-License-Identifier: Apache-2.0
/// What is wrong with installed extensions.
package dev.tickbird.rules.extensions;
