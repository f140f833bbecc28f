// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tickbird.model.TickbirdException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a server says in states that are hard to bring a real one into.
class ServerReplyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            57P03 | the database system is starting up         | Wait until the server accepts connections
            57P03 | the database system is shutting down       | Wait until the server accepts connections
            57P03 | the database system is not yet accepting connections | Wait until the server accepts
            53300 | sorry, too many clients already            | End sessions that nobody needs
            28000 | no pg_hba.conf entry for host "10.0.0.1", user "ann", database "shop", no encryption | Add a line
            28000 | Peer-Authentifizierung fehlgeschlagen      | Name another role
            """)
    void isPassedOnWithAdvice(String state, String words, String hint) throws Exception {
        TickbirdException failure = failure(state, words, "");
        assertThat(failure.message())
                .startsWith("could not connect to \"127.0.0.1\" port ")
                .endsWith(": " + words);
        assertThat(failure.hint()).startsWith(hint);
    }

    @Test
    void endsTheSearchWhenItIsNo() throws Exception {
        String second = " host=127.0.0.1,no-such-host.invalid";
        assertThat(failure("3D000", "no", second).message()).endsWith(": no");
        assertThat(failure("57P03", "later", second).message())
                .endsWith(": later; could not translate host name \"no-such-host.invalid\" to an address");
    }

    private static TickbirdException failure(String state, String words, String more) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(listener, state, words));
            LiveTarget target = (LiveTarget) Target.parse(
                    "host=127.0.0.1 sslmode=disable port=" + listener.getLocalPort() + more, Surroundings.empty());
            return catchThrowableOfType(
                    TickbirdException.class,
                    () -> target.connect(new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(3))));
        }
    }

    private static void answer(ServerSocket listener, String state, String words) {
        try (Socket socket = listener.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readFully(new byte[in.readInt() - Integer.BYTES]);
            byte[] fields = ("SFATAL\0C" + state + "\0M" + words + "\0\0").getBytes(StandardCharsets.UTF_8);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeByte('E');
            out.writeInt(Integer.BYTES + fields.length);
            out.write(fields);
        } catch (IOException e) {
            throw new AssertionError("the client did not behave", e);
        }
    }
}
