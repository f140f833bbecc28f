// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/// Builds a twin, tells where it is, and then waits to be killed.
final class DyingTwin {
    private DyingTwin() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Twin twin = Twin.build(Originals.of(18, List.of("create table t (a int)")), TwinOptions.of(Face.THIN));
        System.out.println(twin.server().socketFolder());
        System.in.read();
        System.exit(twin.gaps().size());
    }
}
