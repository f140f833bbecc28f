// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A Unix-domain socket that looks like a TCP socket. The channel does not block; a selector for each direction
/// waits, so that waiting ends at the timeout or when another thread closes the socket.
///
/// One thread at a time may read, and one may write.
final class UnixSocket extends OptionlessSocket {

    private static final int PIECE = 64 * 1024;
    private static final long PAUSE_MILLIS = 20;

    private final UnixDomainSocketAddress address;
    private @Nullable SocketChannel channel;
    private @Nullable Selector readable;
    private @Nullable Selector writable;
    private volatile int timeout;
    private volatile boolean closed;

    UnixSocket(UnixDomainSocketAddress address) {
        this.address = address;
    }

    @Override
    public void connect(SocketAddress told) throws IOException {
        connect(told, 0);
    }

    /// A server whose queue is full, because it is frozen, turns us away for the moment; so try until the time is over.
    @Override
    public void connect(SocketAddress told, int millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Optional<SocketChannel> attempt = attempt();
        while (attempt.isEmpty()) {
            if (millis > 0 && System.nanoTime() >= end) {
                throw new SocketTimeoutException("connect timed out");
            }
            pause();
            attempt = attempt();
        }
        SocketChannel fresh = attempt.get();
        synchronized (this) {
            channel = fresh;
            readable = Selector.open();
            fresh.register(readable, SelectionKey.OP_READ);
            writable = Selector.open();
            fresh.register(writable, SelectionKey.OP_WRITE);
        }
        if (closed) {
            close();
            throw new SocketException("socket is closed");
        }
    }

    private Optional<SocketChannel> attempt() throws IOException {
        SocketChannel fresh = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            fresh.configureBlocking(false);
            if (fresh.connect(address)) {
                return Optional.of(fresh);
            }
        } catch (SocketException e) {
            if (e instanceof ConnectException || closed || !Files.isWritable(address.getPath())) {
                throw e;
            }
        } finally {
            if (!fresh.isConnected()) {
                fresh.close();
            }
        }
        return Optional.empty();
    }

    private static void pause() throws SocketException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted", e);
        }
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : receive(ByteBuffer.wrap(bytes, offset, Math.min(length, PIECE)));
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (int done = 0; done < length; done += PIECE) {
                    send(ByteBuffer.wrap(bytes, offset + done, Math.min(length - done, PIECE)));
                }
            }

            @Override
            public void close() throws IOException {
                UnixSocket.this.close();
            }
        };
    }

    private int receive(ByteBuffer buffer) throws IOException {
        try {
            int count = open().read(buffer);
            while (count == 0) {
                await(readable, "read timed out");
                count = open().read(buffer);
            }
            return count;
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw new SocketException("socket is closed", e);
        }
    }

    private void send(ByteBuffer buffer) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                if (open().write(buffer) == 0) {
                    await(writable, "write timed out");
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            throw new SocketException("socket is closed", e);
        }
    }

    private SocketChannel open() throws SocketException {
        if (closed || channel == null) {
            throw new SocketException("socket is " + (closed ? "closed" : "not connected"));
        }
        return channel;
    }

    private void await(@Nullable Selector direction, String lateMessage) throws IOException {
        Selector selector = Objects.requireNonNull(direction);
        int patience = timeout;
        if (selector.select(patience) == 0 && patience > 0 && !closed) {
            throw new SocketTimeoutException(lateMessage);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        synchronized (this) {
            if (channel != null) {
                channel.close();
            }
            if (readable != null) {
                readable.close();
            }
            if (writable != null) {
                writable.close();
            }
        }
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public boolean isConnected() {
        return channel != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return channel == null ? null : address;
    }
}
