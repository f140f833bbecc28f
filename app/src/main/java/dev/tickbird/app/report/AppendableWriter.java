// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/// For libraries that know writers only. Closing it leaves what it writes to open.
final class AppendableWriter extends Writer {

    private final Appendable out;

    AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        out.append(CharBuffer.wrap(buffer, offset, length));
    }

    @Override
    public void flush() throws IOException {
        if (out instanceof Flushable flushable) {
            flushable.flush();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
