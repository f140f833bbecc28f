// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Rule pages as HTML. Raw HTML in them is shown, not obeyed; an image, which would have to be fetched, becomes its
/// words; headings go below those of the report.
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Markdown() {}

    /// @param below the level of the heading that the text stands under
    public static void write(String markdown, int below, Html html) {
        Node document = PARSER.parse(markdown);
        document.accept(new Fitting(below));
        html.trusted(RENDERER.render(document));
    }

    private static final class Fitting extends AbstractVisitor {

        private final int below;

        Fitting(int below) {
            this.below = below;
        }

        /// `##` is the first level that a rule's page uses.
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.clamp(heading.getLevel() + below - 1, below + 1, 6));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                image.insertBefore(child);
            }
            image.unlink();
        }
    }
}
