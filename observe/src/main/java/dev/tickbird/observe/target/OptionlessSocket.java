// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.net.Socket;

/// A socket that can be told what a TCP socket is told, and does not need it.
abstract class OptionlessSocket extends Socket {

    private static final int BUFFER = 64 * 1024;

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public int getReceiveBufferSize() {
        return BUFFER;
    }

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public int getSendBufferSize() {
        return BUFFER;
    }
}
