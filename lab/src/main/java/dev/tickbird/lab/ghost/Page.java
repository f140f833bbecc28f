// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A page of a relation's file as PostgreSQL lays it out: header, pointers to items, free space, items, and the access
/// method's own space at the end.
final class Page {

    static final int SIZE = 8192;
    static final int HEADER = 24;
    private static final int LAYOUT = 4;
    private static final int POINTER = 4;
    private static final int NORMAL = 1 << 15; // LP_NORMAL, behind 15 bits of offset

    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    private int lower = HEADER;
    private int upper;

    /// @param special how many bytes the access method keeps at the end
    Page(int special) {
        upper = SIZE - special;
        bytes.putShort(16, (short) upper);
        bytes.putShort(18, (short) (SIZE | LAYOUT));
    }

    Page putInt(int offset, long value) {
        bytes.putInt(offset, (int) value);
        return this;
    }

    Page putShort(int offset, int value) {
        bytes.putShort(offset, (short) value);
        return this;
    }

    Page putLong(int offset, long value) {
        bytes.putLong(offset, value);
        return this;
    }

    Page putByte(int offset, int value) {
        bytes.put(offset, (byte) value);
        return this;
    }

    /// Says that everything up to here is in use, as metapages do.
    Page usedUpTo(int offset) {
        lower = offset;
        return this;
    }

    /// Adds an item behind those that are there.
    Page add(byte[] item) {
        upper -= aligned(item.length);
        bytes.put(upper, item);
        bytes.putInt(lower, upper | NORMAL | item.length << 17);
        lower += POINTER;
        return this;
    }

    /// The bytes of the page as they lie in the file.
    ///
    /// @param block its number there, which its checksum covers
    byte[] at(long block, boolean checksums) {
        bytes.putShort(12, (short) lower).putShort(14, (short) upper).putShort(8, (short) 0);
        if (checksums) {
            bytes.putShort(8, (short) Checksum.of(bytes, block));
        }
        return bytes.array();
    }

    /// The next multiple of eight.
    static int aligned(int length) {
        return length + 7 & ~7;
    }
}
