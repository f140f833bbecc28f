// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.drawing;

import dev.tickbird.app.report.html.drawing.LayeredLayout.Edge;
import dev.tickbird.app.report.html.drawing.LayeredLayout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The line of a foreign key: from the side of one box through the way points to the side of the other, the arrows on a
/// side evenly spread in the order of where they lead, so that they do not cross at the box.
final class KeyPaths {

    private static final int APART = 5;

    private KeyPaths() {}

    /// @param nth how many keys between the same two tables were drawn before
    static String path(KeyGroup group, Edge edge, int nth) {
        boolean rightwards = group.layout().node(edge.from()).x()
                < group.layout().node(edge.to()).x();
        List<Point> points = new ArrayList<>();
        points.add(port(group, edge.from(), edge, rightwards));
        List<Point> way = group.layout().way(group.edges().indexOf(edge));
        for (Point middle : rightwards ? way : way.reversed()) {
            Point left = new Point(middle.x(), middle.y());
            Point right = new Point(middle.x() + group.nodeWidth(), middle.y());
            points.add(rightwards ? left : right);
            points.add(rightwards ? right : left);
        }
        points.add(port(group, edge.to(), edge, !rightwards));
        return curve(points, nth * APART);
    }

    private static Point port(KeyGroup group, int node, Edge edge, boolean onRightSide) {
        List<Edge> same = group.edges().stream()
                .filter(other -> touches(group, other, node, onRightSide))
                .sorted(Comparator.comparingDouble((Edge other) -> farEnd(group, other, node))
                        .thenComparingInt(Edge::from)
                        .thenComparingInt(Edge::to))
                .toList();
        Point corner = group.layout().node(node);
        double y = corner.y() + (same.indexOf(edge) + 1.0) * group.tall().get(node) / (same.size() + 1);
        return new Point(corner.x() + (onRightSide ? group.nodeWidth() : 0), y);
    }

    private static boolean touches(KeyGroup group, Edge edge, int node, boolean onRightSide) {
        if (edge.from() != node && edge.to() != node) {
            return false;
        }
        int other = edge.from() == node ? edge.to() : edge.from();
        return group.layout().node(other).x() > group.layout().node(node).x() == onRightSide;
    }

    /// How high the first thing is that the edge meets on its way from the node.
    private static double farEnd(KeyGroup group, Edge edge, int node) {
        List<Point> way = group.layout().way(group.edges().indexOf(edge));
        if (!way.isEmpty()) {
            boolean fromLeft = way.getFirst().x() > group.layout().node(node).x();
            return (fromLeft ? way.getFirst() : way.getLast()).y();
        }
        int other = edge.from() == node ? edge.to() : edge.from();
        return group.layout().node(other).y() + group.tall().get(other) / 2.0;
    }

    private static String curve(List<Point> points, int shift) {
        Point first = points.getFirst();
        StringBuilder path = new StringBuilder("M" + at(first.x(), first.y()));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (Math.abs(from.y() - to.y()) < 0.5 && shift == 0) {
                path.append(" L").append(at(to.x(), to.y()));
            } else {
                double middle = (from.x() + to.x()) / 2;
                path.append(" C").append(at(middle, from.y() + shift));
                path.append(' ').append(at(middle, to.y() + shift));
                path.append(' ').append(at(to.x(), to.y()));
            }
        }
        return path.toString();
    }

    private static String at(double x, double y) {
        return KeyPicture.number(x) + " " + KeyPicture.number(y);
    }
}
