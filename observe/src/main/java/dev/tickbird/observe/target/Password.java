// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

/// A password, which nothing prints.
///
/// @param source where it was found: `PGPASSWORD`, `/home/ann/.pgpass line 3`, …
record Password(String text, String source) {

    @Override
    public String toString() {
        return "password from " + source;
    }
}
