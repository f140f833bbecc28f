// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.net.Socket;
import java.net.UnixDomainSocketAddress;

/// Makes sockets that reach a server through a Unix-domain socket, whatever host and port they are told. The driver
/// makes the factory itself, from its name and the file's path, hence public.
public final class UnixSocketFactory extends UnconnectedSocketFactory {

    private final UnixDomainSocketAddress address;

    public UnixSocketFactory(String path) {
        address = UnixDomainSocketAddress.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(address);
    }
}
