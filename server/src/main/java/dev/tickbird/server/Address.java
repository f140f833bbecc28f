// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Where a server is reached: through a socket in its folder, and on loopback too if `tcp`.
record Address(Path socketFolder, boolean tcp, int port, String password) {
    private static final int DEFAULT_PORT = 5432;

    /// On a port that is free now; without TCP the port is only part of the socket's name.
    static Address in(Path folder, boolean tcp, String password) {
        return new Address(folder, tcp, tcp ? freePort() : DEFAULT_PORT, password);
    }

    /// What the server must be told, to be here.
    Map<String, String> settings() {
        return Map.of(
                "unix_socket_directories",
                socketFolder.toString(),
                "unix_socket_permissions",
                "0700",
                "listen_addresses",
                tcp ? "127.0.0.1" : "",
                "port",
                String.valueOf(port));
    }

    /// For `primary_conninfo`.
    String connection() {
        return "host=" + socketFolder + " port=" + port + " user=postgres";
    }

    String uri(String database) {
        return tcp
                ? "postgresql://postgres:%s@127.0.0.1:%d/%s".formatted(password, port, encoded(database))
                : "postgresql://postgres@/%s?host=%s&port=%d"
                        .formatted(encoded(database), encoded(socketFolder.toString()), port);
    }

    /// Without the password.
    @Override
    public String toString() {
        return connection();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerException("could not find a free port", e);
        }
    }
}
