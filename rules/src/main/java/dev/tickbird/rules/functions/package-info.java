// SPDX-License-Identifier: Apache-2.0
/// What is wrong with functions as such: bodies, volatility, costs.
///
/// In come functions and their bodies, out go findings.
///
/// Must stay true: a body is read for what can be told from its text with certainty.
package dev.tickbird.rules.functions;
