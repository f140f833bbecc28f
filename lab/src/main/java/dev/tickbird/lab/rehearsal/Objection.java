// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

/// Why a script is not carried out, and where it says what it must not.
public record Objection(String reason, Place place) {}
