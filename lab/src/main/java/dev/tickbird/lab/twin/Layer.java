// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import java.util.List;

/// Pieces that are built before those of the next layer.
///
/// @param shared whether several sessions may build it at once, each the pieces of its groups
record Layer(boolean shared, List<Piece> pieces) {
    Layer {
        pieces = List.copyOf(pieces);
    }

    static Layer inOrder(List<Piece> pieces) {
        return new Layer(false, pieces);
    }

    static Layer inGroups(List<Piece> pieces) {
        return new Layer(true, pieces);
    }
}
