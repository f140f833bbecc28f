// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "report.txt, TEXT",
        "shop.JSON, JSON",
        "shop.sarif, SARIF",
        "shop.sarif.json, SARIF",
        "a/b.xml, JUNIT",
        "README.md, MARKDOWN",
        "index.html, HTML"
    })
    void isGuessedFromAFile(String file, Format format) {
        assertThat(Format.ofFile(file)).contains(format);
    }

    @Test
    void isKnownByName() {
        assertThat(Format.named("json")).contains(Format.JSON);
        assertThat(Format.named("yaml")).isEmpty();
        assertThat(Format.ofFile("report")).isEmpty();
    }

    @Test
    void tellsTheSameIdentitiesInEveryForm() throws IOException, ParserConfigurationException, SAXException {
        List<Finding> findings = Reports.full().examination().findings();
        Map<Format, String> told = Map.of(
                Format.TEXT, Approved.rendered(new TextReport(Terminal.PLAIN), Reports.full()),
                Format.JUNIT, textOf(Approved.rendered(new JunitReport(Severity.WARNING), Reports.full())),
                Format.MARKDOWN, Approved.rendered(new MarkdownReport(), Reports.full()));
        told.forEach((format, text) -> assertThat(text)
                .as(format.toString())
                .contains(findings.stream()
                        .map(finding -> Printable.line(finding.identity()))
                        .toList()));
        assertThat(strings(new JsonReport(), "/findings", "/identity"))
                .isEqualTo(findings.stream().map(Finding::identity).toList());
        assertThat(strings(
                        new SarifReport(slug -> Optional.empty()),
                        "/runs/0/results",
                        "/partialFingerprints/identity~1v1"))
                .startsWith(findings.stream().map(Finding::identity).toArray(String[]::new));
    }

    private static List<String> strings(Renderer renderer, String array, String property) throws IOException {
        return new JsonMapper()
                .readTree(Approved.rendered(renderer, Reports.full()))
                .at(array)
                .valueStream()
                .map(each -> each.at(property).asString())
                .toList();
    }

    private static String textOf(String xml) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement()
                .getTextContent();
    }
}
