// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.ghost;

/// How large an index becomes, by the arithmetic of the code that builds it.
///
/// @param pages all of them
/// @param height of a B-tree; of others 0
record IndexSize(long pages, int height) {

    private static final int POINTER = 4;
    private static final int TUPLE_HEADER = 8;
    private static final int NULL_TUPLE = 16;
    private static final int ROW_POINTER = 6;
    private static final int ROOM = Page.SIZE - Page.HEADER - 16;
    private static final int BTREE_ROOM = ROOM - 2 * POINTER; // the high key's pointer, and the next one's
    private static final int INNER_FREE = Page.SIZE * 30 / 100; // BTREE_NONLEAF_FILLFACTOR is 70
    private static final int LONGEST_POSTING = Page.SIZE / 10 / 8 * 8 - POINTER;
    private static final int REVMAP_ITEMS = 1360; // ranges on a page of BRIN's map
    private static final double HASH_FILL = 0.75;
    private static final double SPLIT_FILL = 0.7; // where pages fill and split in no order

    /// @param rows how many the index holds
    /// @param distinct how many different keys
    static IndexSize of(Candidate index, double rows, double distinct) {
        return switch (index.method()) {
            case "btree" -> btree(index, rows, distinct);
            case "hash" -> new IndexSize(hashPages(rows), 0);
            case "brin" -> new IndexSize(brinPages(index), 0);
            case "gin" -> new IndexSize(ginPages(index, rows), 0);
            default -> {
                double tuple = index.size(TUPLE_HEADER, index.widths().size()) + POINTER;
                yield new IndexSize(Math.max(1, (long) Math.ceil(rows * tuple / (ROOM * SPLIT_FILL))) + 1, 0);
            }
        };
    }

    private static IndexSize btree(Candidate index, double rows, double distinct) {
        int free = Page.SIZE * (100 - index.fill()) / 100;
        double whole = index.size(TUPLE_HEADER, index.widths().size());
        double each = whole * (1 - index.nulls()) + NULL_TUPLE * index.nulls();
        double alike = index.deduplicated() ? rows / Math.max(1, Math.min(rows, distinct)) : 1;
        long leaves = (long) Math.ceil(alike < 1.5 ? rows / perPage(each, free) : postings(whole, alike, free) * rows);
        long level = Math.max(1, leaves);
        long pages = 1 + level;
        int height = 0;
        while (level > 1) {
            long fanout = Math.max(
                    2, (long) perPage(index.size(TUPLE_HEADER, index.keys().size()), INNER_FREE));
            level = (level + fanout - 1) / fanout;
            pages += level;
            height++;
        }
        return rows < 1 ? new IndexSize(1, 0) : new IndexSize(pages, height);
    }

    /// Pages a row takes where rows of the same key share an entry.
    private static double postings(double entry, double alike, int free) {
        double key = Math.rint(entry / 8) * 8; // the row numbers begin at a multiple of eight
        double most = Math.max(2, Math.floor((LONGEST_POSTING - key) / ROW_POINTER));
        double full = Math.floor(alike / most);
        double rest = alike - full * most;
        double pages = full / perPage(Math.ceil((key + most * ROW_POINTER) / 8) * 8, free);
        if (rest >= 1) {
            double size = rest < 2 ? key : key + rest * ROW_POINTER + 3.5;
            pages += 1 / perPage(size, free);
        }
        return pages / alike;
    }

    private static double perPage(double tuple, int free) {
        return Math.max(1, Math.floor((BTREE_ROOM - free) / (tuple + POINTER)));
    }

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

    /// The same of one that grew row by row: a root is full before it is split, the pages below are not.
    static int grownHeight(long pages, int keyWidth) {
        double tuple = Page.aligned(TUPLE_HEADER + keyWidth);
        long fanout = fanout(keyWidth);
        long ofRoot = (long) perPage(tuple, 0);
        long level = Math.max(1, pages - pages / fanout);
        int height = 0;
        while (level > 1) {
            level = level <= ofRoot ? 1 : (level + fanout - 1) / fanout;
            height++;
        }
        return height;
    }

    /// Whether a B-tree of this height can have so many pages, its metapage left out, with keys as short as can be.
    static boolean holds(int height, long pages) {
        double most = Math.pow(perPage(Page.aligned(TUPLE_HEADER + 1), 0), height);
        return pages <= most + most / 100 + height;
    }

    private static long fanout(int keyWidth) {
        return Math.max(2, (long) perPage(Page.aligned(TUPLE_HEADER + keyWidth), INNER_FREE));
    }

    static long lastRevmapPage(long heapBlocks, long pagesPerRange) {
        long ranges = (heapBlocks + pagesPerRange - 1) / pagesPerRange;
        return Math.max(1, (ranges + REVMAP_ITEMS - 1) / REVMAP_ITEMS);
    }

    private static long brinPages(Candidate index) {
        long ranges = (index.tablePages() + index.pagesPerRange() - 1) / index.pagesPerRange();
        double summary = 2 * index.size(TUPLE_HEADER, index.widths().size());
        return 1 + lastRevmapPage(index.tablePages(), index.pagesPerRange()) + (long) (ranges * summary / ROOM) + 1;
    }

    /// Buckets come in quarters of a power of two.
    private static long hashPages(double rows) {
        double wanted = Math.max(2, rows / (ROOM * HASH_FILL / (16 + POINTER)));
        double power = Math.pow(2, Math.floor(Math.log(wanted) / Math.log(2)));
        double buckets = power + Math.ceil((wanted - power) / (power / 4)) * (power / 4);
        return (long) buckets + 2;
    }

    /// Row numbers are kept as differences: where a key is frequent, a byte or two each.
    private static long ginPages(Candidate index, double rows) {
        double entries = rows * index.elements();
        return 1 + (long) Math.ceil(entries * 2.2 / ROOM) + (long) Math.ceil(Math.sqrt(entries) / 100);
    }
}
