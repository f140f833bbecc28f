// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The pages of an index, and of a visibility map, that the planner reads.
final class FirstPages {

    private static final int BTREE_SPECIAL = 16;
    private static final int BTREE_LEAF = 1;
    private static final int BTREE_ROOT = 2;
    private static final int BTREE_META = 8;
    private static final int OTHER_SPECIAL = 8;
    private static final int CONTENT = Page.HEADER;

    private FirstPages() {}

    /// A B-tree of this height: the metapage, and from the leaf up to the root one page a level, each with one
    /// way down.
    ///
    /// @param entries what is on the leaf, in order; a tree of one level without any needs no leaf
    static List<Page> btree(int height, List<byte[]> entries) {
        List<Page> pages = new ArrayList<>();
        boolean empty = height == 0 && entries.isEmpty();
        long root = empty ? 0 : height + 1;
        pages.add(new Page(BTREE_SPECIAL)
                .putInt(CONTENT, 0x053162) // magic
                .putInt(CONTENT + 4, 4) // version
                .putInt(CONTENT + 8, root)
                .putInt(CONTENT + 12, empty ? 0 : height)
                .putInt(CONTENT + 16, root) // the fast root
                .putInt(CONTENT + 20, empty ? 0 : height)
                .putLong(CONTENT + 32, Double.doubleToLongBits(-1)) // rows at the last cleanup
                .putByte(CONTENT + 40, 1) // equal values have equal bytes
                .usedUpTo(CONTENT + 48)
                .putShort(Page.SIZE - 4, BTREE_META));
        for (int level = 0; level <= height && !empty; level++) {
            int flags = (level == 0 ? BTREE_LEAF : 0) | (level == height ? BTREE_ROOT : 0);
            Page page = new Page(BTREE_SPECIAL).putInt(Page.SIZE - 8, level).putShort(Page.SIZE - 4, flags);
            if (level == 0) {
                entries.forEach(page::add);
            } else {
                page.add(downlink(level));
            }
            pages.add(page);
        }
        return pages;
    }

    /// The way to everything: a tuple without attributes stands for less than any value.
    private static byte[] downlink(int block) {
        int alternative = 1 << 13; // INDEX_ALT_TID_MASK: the offset holds the number of attributes, which is none
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) (block >>> 16))
                .putShort(2, (short) block)
                .putShort(6, (short) (8 | alternative))
                .array();
    }

    /// What a GIN index has counted.
    record GinCounters(long pendingPages, long totalPages, long entryPages, long dataPages, long entries) {}

    static List<Page> gin(GinCounters counters) {
        return List.of(new Page(OTHER_SPECIAL)
                .putInt(CONTENT, 0xFFFFFFFFL) // the head of the pending list, and its tail: none that is read
                .putInt(CONTENT + 4, 0xFFFFFFFFL)
                .putInt(CONTENT + 12, counters.pendingPages())
                .putInt(CONTENT + 24, counters.totalPages())
                .putInt(CONTENT + 28, counters.entryPages())
                .putInt(CONTENT + 32, counters.dataPages())
                .putLong(CONTENT + 40, counters.entries())
                .putInt(CONTENT + 48, 2) // version
                .usedUpTo(CONTENT + 56)
                .putInt(Page.SIZE - 8, 0xFFFFFFFFL) // no page to the right
                .putShort(Page.SIZE - 2, 8)); // GIN_META
    }

    static List<Page> brin(long pagesPerRange, long lastRevmapPage) {
        return List.of(new Page(OTHER_SPECIAL)
                .putInt(CONTENT, 0xA8109CFAL) // magic
                .putInt(CONTENT + 4, 1) // version
                .putInt(CONTENT + 8, pagesPerRange)
                .putInt(CONTENT + 12, lastRevmapPage)
                .usedUpTo(CONTENT + 16)
                .putShort(Page.SIZE - 2, 0xF091)); // BRIN_PAGETYPE_META
    }

    /// The planner reads only that it is one.
    static List<Page> spgist() {
        return List.of(new Page(OTHER_SPECIAL)
                .putInt(CONTENT, 0xBA0BABEEL) // magic
                .usedUpTo(CONTENT + 68)
                .putShort(Page.SIZE - 8, 1) // SPGIST_META
                .putShort(Page.SIZE - 2, 0xFF82)); // SPGIST_PAGE_ID
    }

    /// A visibility map that says that everybody sees all of block 0, so that nobody looks into it.
    static Page visibilityMap() {
        return new Page(0).putByte(CONTENT, 1);
    }
}
