// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;

/// Starts a server, tells where it is, and then waits to be killed.
final class DyingProgram {
    private DyingProgram() {}

    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedServer.start(ServerOptions.of(17));
        System.out.println(server.socketFolder());
        System.in.read();
        System.exit(server.port());
    }
}
