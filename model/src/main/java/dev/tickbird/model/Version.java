// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

/// Which Tickbird this is. The same number stands in `pom.xml`; a test compares them.
public final class Version {

    public static final String NUMBER = "0.1.0";

    private Version() {}
}
