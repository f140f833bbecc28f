// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

    private final Html html = new Html();

    @Test
    void escapesTextAndAttributes() {
        html.leaf("p", "<b a=\"x\" b='y'>&", "title", "\"><script>alert('1')</script>");
        assertThat(html.toString())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\">"
                        + "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;</p>");
    }

    @Test
    void showsWhatNobodyCouldSeeAndKeepsIt() {
        html.leaf("code", "a\u202eb");
        assertThat(html.toString())
                .isEqualTo("<code>a<bdi class=\"hidden-character\" data-code=\"U+202E\">\u202e</bdi>b</code>");
    }

    @Test
    void replacesWhatNobodyCouldSeeWhereNoElementMayStand() {
        html.start("svg", "aria-label", "\u2066x");
        html.leaf("text", "\u202ey");
        html.end();
        html.leaf("title", "\u0007z");
        assertThat(html.toString())
                .isEqualTo("<svg aria-label=\"\u27e8U+2066\u27e9x\"><text>\u27e8U+202E\u27e9y</text></svg>"
                        + "<title>\u27e8U+0007\u27e9z</title>");
    }

    @Test
    void leavesWordsOfTheWorldAndEmojiAlone() {
        html.leaf("p", "\u0645\u0631\u062d\u0628\u0627 \uD83D\uDC69\u200D\uD83D\uDE80 Gr\u00fc\u00dfe\n\tx");
        assertThat(html.toString())
                .isEqualTo("<p>\u0645\u0631\u062d\u0628\u0627 \uD83D\uDC69\u200D\uD83D\uDE80 Gr\u00fc\u00dfe\n\tx</p>");
    }

    @Test
    void replacesHalvesOfCharacters() {
        html.leaf("p", "\ud800\u0000");
        assertThat(html.toString())
                .isEqualTo("<p>\ufffd<bdi class=\"hidden-character\" data-code=\"U+0000\">\ufffd</bdi></p>");
    }

    @Test
    void noticesElementsLeftOpen() {
        html.start("p");
        assertThatThrownBy(html::toString).isInstanceOf(IllegalStateException.class);
    }
}
