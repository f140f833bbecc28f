// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.twin;

import dev.tickbird.model.finding.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Builds layer after layer. Nobody works out what depends on what: what fails is tried again after each layer, until
/// nothing moves on; then what can be built in another way is, and at the end what is left is a gap.
final class Construction {

    private final Crew crew;
    private final Consumer<TwinGap> gaps;
    private final IdentityHashMap<Piece, TwinGap> excuses = new IdentityHashMap<>();
    private List<Failure> pending = new ArrayList<>();

    Construction(Crew crew, Consumer<TwinGap> gaps) {
        this.crew = crew;
        this.gaps = gaps;
    }

    void add(Layer layer) throws SQLException {
        pending.addAll(layer.shared() ? crew.share(layer.pieces()) : crew.follow(layer.pieces()));
        retry();
        standIn(); // what comes after is to find it
    }

    private void standIn() throws SQLException {
        Predicate<Piece> hasStandIn = piece -> piece.excuse() != null;
        if (has(hasStandIn)) {
            pending = crew.follow(replaced(hasStandIn));
            retry();
        }
    }

    /// Nothing more will come.
    void finish() throws SQLException {
        Predicate<Piece> hasParts =
                piece -> piece.excuse() == null && !piece.otherwise().isEmpty();
        while (has(hasParts)) {
            String kind = pending.stream()
                    .map(Failure::piece)
                    .filter(hasParts)
                    .map(Construction::kind)
                    .findFirst()
                    .orElseThrow();
            pending = crew.follow(replaced(hasParts.and(piece -> kind(piece).equals(kind))));
            retry();
        }
        standIn();
        tell();
        excuses.values().forEach(gaps);
        pending = new ArrayList<>();
    }

    /// What is left, once for all that is about the same.
    private void tell() {
        Map<String, List<Failure>> left = new LinkedHashMap<>();
        for (Failure failure : pending) {
            excuses.remove(failure.piece());
            left.computeIfAbsent(failure.piece().subject(), _ -> new ArrayList<>())
                    .add(failure);
        }
        left.forEach((subject, failures) -> {
            String others = failures.size() == 1 ? "" : ", and " + Words.count(failures.size() - 1) + " more";
            gaps.accept(TwinGap.of(subject, failures.getFirst().reason() + others));
        });
    }

    private boolean has(Predicate<Piece> what) {
        return pending.stream().map(Failure::piece).anyMatch(what);
    }

    private void retry() throws SQLException {
        int before;
        do {
            before = pending.size();
            if (before > 0) {
                pending = crew.follow(pending.stream().map(Failure::piece).toList());
            }
        } while (pending.size() < before);
    }

    /// What is pending, with what is built in place of some.
    private List<Piece> replaced(Predicate<Piece> which) {
        List<Piece> pieces = new ArrayList<>();
        for (Failure failure : pending) {
            Piece piece = failure.piece();
            if (!which.test(piece)) {
                pieces.add(piece);
                continue;
            }
            pieces.addAll(piece.otherwise());
            if (piece.excuse() != null) {
                excuses.put(
                        piece.otherwise().getFirst(),
                        TwinGap.of(piece.subject(), piece.excuse() + ": " + failure.reason()));
            }
        }
        return pieces;
    }

    /// The first word of its subject.
    private static String kind(Piece piece) {
        return piece.subject().split(" ", 2)[0];
    }
}
