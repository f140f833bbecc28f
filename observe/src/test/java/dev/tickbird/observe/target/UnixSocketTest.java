// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static dev.tickbird.observe.target.SharedServer.ask;
import static dev.tickbird.observe.target.SharedServer.bySocket;
import static dev.tickbird.observe.target.SharedServer.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnixSocketTest {

    private static final InetSocketAddress IGNORED = InetSocketAddress.createUnresolved("localhost", 5432);

    @TempDir
    Path folder;

    @Test
    void carriesLargeResults() throws Exception {
        try (Connection connection = connect(bySocket());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select i, repeat(md5(i::text), 300) from generate_series(1, 5000) i")) {
            long bytes = 0;
            while (rows.next()) {
                bytes += rows.getString(2).length();
            }
            assertThat(bytes).isEqualTo(5000L * 300 * 32);
        }
    }

    @Test
    void carriesLargeParameters() throws Exception {
        String large = "ä".repeat(10_000_000);
        try (Connection connection = connect(bySocket());
                PreparedStatement statement = connection.prepareStatement("select octet_length(?)")) {
            statement.setString(1, large);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(20_000_000);
            }
        }
    }

    @Test
    void cancelsAStatement() throws Exception {
        try (Connection connection = connect(bySocket());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("select pg_sleep(30)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            assertThat(ask(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void endsWaitingWhenTheConnectionIsAborted() throws Exception {
        Connection connection = connect(bySocket());
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return ask(connection, "select pg_sleep(30)");
            } catch (SQLException e) {
                return "ended";
            }
        });
        Thread.sleep(300);
        connection.abort(Runnable::run);
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("ended");
    }

    @Test
    void endsWaitingWhenItIsClosedElsewhere() throws Exception {
        try (ServerSocketChannel listener = listen();
                Socket socket = connected()) {
            var waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return socket.getInputStream().read();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Thread.sleep(200);
            socket.close();
            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("socket is closed");
            assertThat(socket.isClosed()).isTrue();
            assertThat(listener.isOpen()).isTrue();
        }
    }

    @Test
    void givesUpReadingAfterTheTimeout() throws Exception {
        try (ServerSocketChannel listener = listen();
                Socket socket = connected()) {
            socket.setSoTimeout(100);
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            listener.accept().write(java.nio.ByteBuffer.wrap(new byte[] {42}));
            assertThat(in.read()).isEqualTo(42);
        }
    }

    @Test
    void givesUpWritingAfterTheTimeout() throws Exception {
        try (ServerSocketChannel listener = listen();
                Socket socket = connected()) {
            socket.setSoTimeout(100);
            assertThatThrownBy(() -> socket.getOutputStream().write(new byte[50_000_000]))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(listener.isOpen()).isTrue();
        }
    }

    @Test
    void givesUpConnectingWhenNobodyAccepts() throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address, 1);
            Socket[] queue = new Socket[5];
            assertThatThrownBy(() -> {
                        for (int i = 0; i < queue.length; i++) {
                            queue[i] = new UnixSocket(address);
                            queue[i].connect(IGNORED, 200);
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            for (Socket socket : queue) {
                if (socket != null) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void cannotBeUsedOnceClosed() throws Exception {
        try (ServerSocketChannel listener = listen()) {
            Socket socket = connected();
            socket.close();
            socket.close();
            assertThatThrownBy(() -> socket.getOutputStream().write(1)).isInstanceOf(SocketException.class);
            assertThat(listener.isOpen()).isTrue();
        }
    }

    private ServerSocketChannel listen() throws Exception {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("s")));
    }

    private Socket connected() throws Exception {
        Socket socket = new UnixSocketFactory(folder.resolve("s").toString()).createSocket();
        socket.connect(IGNORED, 1000);
        return socket;
    }
}
