// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.cli;

import dev.tickbird.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PgBouncer in transaction mode before a server's database `postgres`.
final class Pooler implements AutoCloseable {

    private final Process process;
    private final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Pooler before(EmbeddedServer server, Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=%s port=%d user=postgres dbname=postgres pool_mode=transaction
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                default_pool_size = 2
                """.formatted(server.socketFolder(), server.port(), port, users));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U")); // it does not run as root
        }
        command.addAll(List.of(program().toString(), settings.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(process);
        return new Pooler(process, port);
    }

    String target() {
        return "host=127.0.0.1 port=" + port + " user=postgres dbname=postgres";
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Path program() {
        return List.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("PgBouncer is not installed: apt-get install pgbouncer"));
    }

    /// It says so in its log, which is read on to the end lest it waits for a reader.
    private static void awaitReady(Process process) throws IOException {
        BufferedReader log = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            seen.append(line).append('\n');
            if (line.contains("process up")) {
                Thread.ofVirtual().start(() -> readOn(log));
                return;
            }
        }
        throw new AssertionError("PgBouncer did not start: " + seen);
    }

    private static void readOn(BufferedReader log) {
        try {
            log.lines().forEach(ignored -> {});
        } catch (UncheckedIOException e) {
            // It was stopped.
        }
    }
}
