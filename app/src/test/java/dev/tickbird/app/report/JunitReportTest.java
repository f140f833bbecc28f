// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.model.finding.Severity;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

    @Test
    void tellsEverything() throws IOException {
        Approved.compare("full.xml", Approved.rendered(new JunitReport(Severity.WARNING), Reports.full()));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatItHolds(Severity failOn) throws IOException, ParserConfigurationException, SAXException {
        Element suite = suite(Reports.full(), failOn);
        assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
        assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
    }

    @Test
    void failsFromTheSeverityOn() throws IOException, ParserConfigurationException, SAXException {
        assertThat(suite(Reports.full(), Severity.CRITICAL).getAttribute("failures"))
                .isEqualTo("2");
        assertThat(suite(Reports.full(), Severity.NOTE).getAttribute("failures"))
                .isEqualTo("8");
        assertThat(suite(Reports.clean(), Severity.NOTE).getAttribute("failures"))
                .isEqualTo("0");
    }

    @Test
    void isLegalWhateverNamesHold() throws IOException, ParserConfigurationException, SAXException {
        Element suite = suite(Reports.full(), Severity.WARNING);
        Element failure = (Element) suite.getElementsByTagName("failure").item(1);
        assertThat(failure.getAttribute("message")).contains("]]><U+001B>[31m<U+202E></script>```");
    }

    private static String count(Element suite, String name) {
        NodeList elements = suite.getElementsByTagName(name);
        return String.valueOf(elements.getLength());
    }

    private static Element suite(Report report, Severity failOn)
            throws IOException, ParserConfigurationException, SAXException {
        String xml = Approved.rendered(new JunitReport(failOn), report);
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }
}
