// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.io.ByteArrayOutputStream;

/// Bytes in the order in which PostgreSQL's memory holds them here, without gaps.
final class LittleEndian {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LittleEndian putByte(int value) {
        bytes.write(value);
        return this;
    }

    LittleEndian putShort(int value) {
        return putByte(value).putByte(value >>> 8);
    }

    LittleEndian putInt(long value) {
        return putShort((int) value).putShort((int) (value >>> 16));
    }

    LittleEndian putDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return putInt(bits).putInt(bits >>> 32);
    }

    LittleEndian put(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
