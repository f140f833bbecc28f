// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Why the way to a server, or its encryption, failed.
final class NetworkErrors {

    private final Endpoint endpoint;
    private final Duration patience;

    NetworkErrors(Endpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    static boolean isEncryption(Throwable error) {
        return cause(error, SSLException.class).isPresent();
    }

    /// Empty if the network did its work.
    Optional<Reason> reason(Throwable error) {
        return isEncryption(error)
                ? cause(error, SSLException.class).map(NetworkErrors::encryption)
                : cause(error, IOException.class).map(io -> endpoint.isSocket() ? socket(io) : network(io));
    }

    private static Reason encryption(SSLException error) {
        if (cause(error, CertificateExpiredException.class).isPresent()) {
            return new Reason("the server's certificate has expired", "Renew the server's certificate.");
        }
        if (cause(error, CertificateException.class).isPresent()) {
            return new Reason(
                    "the server's certificate is not signed by an authority that is trusted",
                    "Name the file that holds the server's certificate authority with sslrootcert, or encrypt without"
                            + " verifying: sslmode=require without a root certificate file.");
        }
        if (cause(error, EOFException.class).isPresent()) {
            return Reason.hungUp();
        }
        String words = String.valueOf(error.getMessage());
        return words.contains("Unsupported or unrecognized")
                ? Reason.stranger()
                : new Reason("TLS error: " + words, "The server's log may say more.");
    }

    private Reason socket(IOException error) {
        if (!Files.exists(endpoint.socket())) {
            return new Reason(
                    "no such file",
                    "Check that the server is running and that unix_socket_directories and port name this socket, or"
                            + " name its host with host=.");
        }
        if (!Files.isWritable(endpoint.socket())) {
            return new Reason(
                    "permission denied",
                    "Run as a user who may use the socket (unix_socket_permissions), or connect over TCP with"
                            + " host=localhost.");
        }
        return network(error);
    }

    private Reason network(IOException error) {
        return switch (error) {
            case SocketTimeoutException late ->
                new Reason(
                        "no answer within " + patience.toSeconds() + " s",
                        "Check the host and port, whether a firewall drops the packets, and whether the server is"
                                + " frozen or overloaded; connect_timeout allows more time.");
            case NoRouteToHostException unreachable ->
                new Reason("no route to host", "Check the host and the network between.");
            case ConnectException refused ->
                new Reason(
                        "connection refused",
                        "Check that the server is running, that it listens there (listen_addresses, port) and that no"
                                + " firewall stands between.");
            case EOFException closed -> Reason.hungUp();
            case SocketException reset -> Reason.hungUp();
            default -> new Reason(String.valueOf(error.getMessage()), null);
        };
    }

    /// The innermost cause of a kind.
    private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> kind) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((outer, inner) -> inner);
    }
}
