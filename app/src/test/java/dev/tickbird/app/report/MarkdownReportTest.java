// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    @Test
    void tellsEverything() throws IOException {
        Approved.compare("full.md", Approved.rendered(new MarkdownReport(), Reports.full()));
    }

    @Test
    void saysWhatWasExaminedWhereNothingWasFound() throws IOException {
        Approved.compare("clean.md", Approved.rendered(new MarkdownReport(), Reports.clean()));
    }

    @Test
    void givesTheCureOfWhateverIsCritical() throws IOException {
        String markdown = Approved.rendered(new MarkdownReport(), Reports.critical());
        assertThat(markdown.lines().filter(line -> line.startsWith("create index concurrently")))
                .hasSize(5);
        assertThat(markdown.lines().filter(line -> line.startsWith("**Costs:**")))
                .hasSize(3);
    }

    @Test
    void fitsIntoACommentWithTenThousandFindings() throws IOException {
        assertThat(Approved.rendered(new MarkdownReport(), Reports.many())).hasSizeLessThan(65_536);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            a*b*c                  ¦ a\\*b\\*c
            snake_case             ¦ snake_case
            _emphasis_             ¦ \\_emphasis\\_
            <b>&amp;               ¦ &lt;b&gt;&amp;amp;
            [x](http://a.example)  ¦ \\[x\\](http:<!-- -->//a.example)
            www.evil.example       ¦ www<!-- -->.evil.example
            see #12 and @all       ¦ see #<!-- -->12 and @<!-- -->all
            - item                 ¦ \\- item
            1. item                ¦ 1\\. item
            a | b                  ¦ a \\| b
            """)
    void leavesTextText(String text, String written) {
        assertThat(SafeMarkdown.text(text)).isEqualTo(written);
    }

    @Test
    void holdsNoMarkupThatANameMade() throws IOException {
        String markdown = Approved.rendered(new MarkdownReport(), Reports.full());
        Set<String> html = new HashSet<>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                throw new AssertionError("a link to " + link.getDestination());
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError("an image from " + image.getDestination());
            }

            @Override
            public void visit(Emphasis emphasis) {
                throw new AssertionError("emphasis: " + emphasis.getFirstChild());
            }

            @Override
            public void visit(HtmlBlock block) {
                html.add(block.getLiteral());
            }

            @Override
            public void visit(HtmlInline inline) {
                html.add(inline.getLiteral());
            }
        });
        assertThat(html).containsExactly("<!-- -->");
    }

    @Test
    void fencesWhateverStandsInside() {
        assertThat(SafeMarkdown.fenced("select 1;")).isEqualTo("```sql\nselect 1;\n```");
        assertThat(SafeMarkdown.fenced("select '````';")).isEqualTo("`````sql\nselect '````';\n`````");
        assertThat(SafeMarkdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(SafeMarkdown.code("`a")).isEqualTo("`` `a ``");
    }
}
