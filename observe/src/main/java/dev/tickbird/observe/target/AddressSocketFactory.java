// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/// Makes sockets that connect to one IP address, whatever host they are told: the host's name is left for the
/// certificate. The driver makes the factory itself, from its name and the address, hence public.
public final class AddressSocketFactory extends UnconnectedSocketFactory {

    private final InetAddress address;

    public AddressSocketFactory(String address) throws UnknownHostException {
        this.address = InetAddress.getByName(address);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress told, int timeout) throws IOException {
                super.connect(new InetSocketAddress(address, ((InetSocketAddress) told).getPort()), timeout);
            }
        };
    }
}
