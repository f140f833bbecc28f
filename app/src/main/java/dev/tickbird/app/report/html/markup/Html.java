// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML and the SVG inside it. Whatever comes from outside goes through here and is escaped for the place it
/// stands in; only tag names and attribute names are taken as they are, and those are constants.
public final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();
    private int textOnly;

    /// Opens an element.
    ///
    /// @param attributes names and values in turn: `start("a", "href", "#top")`
    public void start(@CompileTimeConstant final String tag, String... attributes) {
        tag(tag, attributes);
        out.append('>');
        open.push(tag);
        if (holdsTextOnly(tag)) {
            textOnly++;
        }
    }

    /// Closes the element that was opened last.
    public void end() {
        String tag = open.pop();
        if (holdsTextOnly(tag)) {
            textOnly--;
        }
        out.append("</").append(tag).append('>');
    }

    public void text(String text) {
        if (textOnly > 0) {
            Escape.plain(text, out);
        } else {
            Escape.text(text, out);
        }
    }

    /// An element that holds nothing but text.
    public void leaf(@CompileTimeConstant final String tag, String text, String... attributes) {
        start(tag, attributes);
        text(text);
        end();
    }

    /// An element without content, such as `<meta>` or `<rect/>`.
    public void empty(@CompileTimeConstant final String tag, String... attributes) {
        tag(tag, attributes);
        out.append("/>");
    }

    /// Markup that is known to be safe: Tickbird's own resources, and what {@link Markdown} makes.
    void trusted(String markup) {
        out.append(markup);
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            Escape.plain(attributes[i + 1], out);
            out.append('"');
        }
    }

    /// Where a mark inside the text would be no element but text, or be drawn by no browser.
    private static boolean holdsTextOnly(String tag) {
        return tag.equals("svg") || tag.equals("title");
    }

    /// @throws IllegalStateException if an element is still open
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements are still open: " + open);
        }
        return out.toString();
    }
}
