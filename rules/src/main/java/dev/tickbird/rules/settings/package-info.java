// SPDX-License-Identifier: Apache-2.0
/// What is wrong with the server's settings.
package dev.tickbird.rules.settings;
