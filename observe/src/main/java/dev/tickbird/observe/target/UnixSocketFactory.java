// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import javax.net.SocketFactory;

/// Makes sockets that reach a server through a Unix-domain socket, whatever host and port they are told. The driver
/// makes the factory itself, from its name and the file's path, hence public.
public final class UnixSocketFactory extends SocketFactory {

    private final UnixDomainSocketAddress address;

    public UnixSocketFactory(String path) {
        address = UnixDomainSocketAddress.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(address);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }
}
