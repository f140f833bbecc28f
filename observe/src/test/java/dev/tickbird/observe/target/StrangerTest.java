// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Something listens, but it is not PostgreSQL.
class StrangerTest {

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer"})
    void isRecognisedByItsAnswer(String sslmode) throws Exception {
        for (String banner :
                new String[] {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "J\0\0\0\n8.0.36"}) {
            assertThat(failure(banner, "sslmode=" + sslmode))
                    .as(banner)
                    .endsWith(": what listens there is not a PostgreSQL server");
        }
    }

    @Test
    void isRecognisedWhenTlsIsRequired() throws Exception {
        assertThat(failure("HTTP/1.1 400 Bad Request\r\n\r\n", "sslmode=require"))
                .endsWith(": what listens there is not a PostgreSQL server");
        assertThat(failure("SSH-2.0-OpenSSH_9.2\r\n", "sslmode=require")) // begins with the S that means yes
                .endsWith(": the connection was closed before the server let us in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "prefer", "require"})
    void hangsUp(String sslmode) throws Exception {
        assertThat(failure("", "sslmode=" + sslmode))
                .endsWith(": the connection was closed before the server let us in");
    }

    @Test
    void staysSilent() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(failure(listener.getLocalPort(), "connect_timeout=1")).endsWith(": no answer within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static String failure(String banner, String more) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(listener, banner));
            return failure(listener.getLocalPort(), more);
        }
    }

    private static String failure(int port, String more) {
        LiveTarget target = (LiveTarget) Target.parse("host=127.0.0.1 port=" + port + " " + more, Surroundings.empty());
        return catchThrowableOfType(
                        TickbirdException.class,
                        () -> target.connect(new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(3))))
                .message();
    }

    private static void answer(ServerSocket listener, String banner) {
        try {
            while (true) {
                try (Socket socket = listener.accept()) {
                    socket.getOutputStream().write(banner.getBytes(StandardCharsets.ISO_8859_1));
                    if (!banner.isEmpty()) {
                        socket.shutdownOutput();
                        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (IOException e) {
            assertThat(e).isNotNull(); // the client has seen enough, or the test is over
        }
    }
}
