// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static String html(String markdown) {
        Html html = new Html();
        Markdown.write(markdown, 3, html);
        return html.toString();
    }

    @Test
    void putsHeadingsBelowThoseOfTheReport() {
        assertThat(html("## Why")).isEqualTo("<h4>Why</h4>\n");
        assertThat(html("# Why")).isEqualTo("<h4>Why</h4>\n");
        assertThat(html("### Why")).isEqualTo("<h5>Why</h5>\n");
    }

    @Test
    void rendersWhatPagesUse() {
        assertThat(html("A *b* `c`\n\n- d\n\n```sql\nselect 1 < 2;\n```\n")).isEqualTo("""
                <p>A <em>b</em> <code>c</code></p>
                <ul>
                <li>d</li>
                </ul>
                <pre><code class="language-sql">select 1 &lt; 2;
                </code></pre>
                """);
    }

    @Test
    void showsRawHtml() {
        assertThat(html("<script>alert(1)</script> <b>x</b>"))
                .doesNotContain("<script")
                .doesNotContain("<b>");
    }

    @Test
    void disarmsAddresses() {
        assertThat(html("[x](javascript:alert(1)) [y](https://www.postgresql.org/)"))
                .doesNotContain("javascript:")
                .contains("href=\"https://www.postgresql.org/\"");
    }

    @Test
    void fetchesNoImage() {
        assertThat(html("![the *words*](https://example.org/x.png)")).isEqualTo("<p>the <em>words</em></p>\n");
    }
}
