// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

/// How large indexes become, by the arithmetic of the code that builds them.
final class IndexSize {

    private static final int POINTER = 4;
    private static final int TUPLE_HEADER = 8;
    private static final int BTREE_ROOM = Page.SIZE - Page.HEADER - 16;
    private static final int INNER_FREE = Page.SIZE * 30 / 100; // BTREE_NONLEAF_FILLFACTOR is 70
    private static final int REVMAP_ITEMS = 1360; // ranges on a page of BRIN's map

    private IndexSize() {}

    /// The height of a B-tree of so many pages, its metapage left out.
    ///
    /// @param keyWidth bytes in the key columns
    static int height(long pages, int keyWidth) {
        long fanout = fanout(keyWidth);
        long level = Math.max(1, pages - pages / fanout); // the rest is above the leaves
        int height = 0;
        while (level > 1) {
            level = (level + fanout - 1) / fanout;
            height++;
        }
        return height;
    }

    static long fanout(int keyWidth) {
        int pivot = Page.aligned(TUPLE_HEADER + keyWidth) + POINTER;
        return Math.max(2, (BTREE_ROOM - POINTER - INNER_FREE) / pivot + 1);
    }

    static long lastRevmapPage(long heapBlocks, long pagesPerRange) {
        long ranges = (heapBlocks + pagesPerRange - 1) / pagesPerRange;
        return Math.max(1, (ranges + REVMAP_ITEMS - 1) / REVMAP_ITEMS);
    }
}
