// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A report as JUnit XML, for CI servers: each rule is a test, which its findings fail from a severity on.
public final class JunitReport implements Renderer {

    private final Severity failOn;

    /// @param failOn the mildest severity that fails
    public JunitReport(Severity failOn) {
        this.failOn = failOn;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AppendableWriter(out));
            xml.writeStartDocument("UTF-8", "1.0");
            suite(report, xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("could not write the report as XML", e);
        }
    }

    private void suite(Report report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<Finding>> findings =
                report.examination().findings().stream().collect(Collectors.groupingBy(Finding::rule));
        List<Examined> examined = report.examination().examined();
        long failures = findings.values().stream().filter(this::fails).count();
        start("testsuites", 0, xml);
        start("testsuite", 1, xml);
        attribute("name", "tickbird " + report.snapshot().the(Server.class).database(), xml);
        attribute("tests", String.valueOf(examined.size()), xml);
        attribute("failures", String.valueOf(failures), xml);
        attribute("errors", "0", xml);
        attribute("skipped", String.valueOf(Limits.of(report).blind()), xml);
        attribute("time", String.format(Locale.ROOT, "%.3f", report.took().toMillis() / 1000.0), xml);
        attribute("timestamp", report.snapshot().takenAt().toString(), xml);
        for (Examined each : examined) {
            test(each, findings.getOrDefault(each.rule(), List.of()), report.edition(), xml);
        }
        end(1, xml);
        end(0, xml);
    }

    private boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity().atLeast(failOn));
    }

    private void test(Examined examined, List<Finding> findings, String edition, XMLStreamWriter xml)
            throws XMLStreamException {
        Map<Boolean, List<Finding>> byFailing = findings.stream()
                .collect(Collectors.partitioningBy(finding -> finding.severity().atLeast(failOn)));
        String family = Catalogue.rule(examined.rule()).map(Rule::family).orElse("rules");
        start("testcase", 2, xml);
        attribute("classname", "tickbird." + family, xml);
        attribute("name", examined.rule(), xml);
        attribute("time", "0", xml);
        if (examined.state() == Examined.State.NOT_EXAMINED) {
            start("skipped", 3, xml);
            attribute("message", examined.reason(), xml);
            xml.writeEndElement();
        }
        failure(byFailing.getOrDefault(true, List.of()), edition, xml);
        output(byFailing.getOrDefault(false, List.of()), edition, xml);
        end(2, xml);
    }

    private static void failure(List<Finding> findings, String edition, XMLStreamWriter xml) throws XMLStreamException {
        if (findings.isEmpty()) {
            return;
        }
        Finding worst = findings.getFirst();
        String others = findings.size() == 1 ? "" : ", and " + Words.count(findings.size() - 1) + " more";
        start("failure", 3, xml);
        attribute("type", worst.severity().toString(), xml);
        attribute("message", worst.title() + others, xml);
        xml.writeCharacters(told(findings, edition));
        xml.writeEndElement();
    }

    /// Findings that are too mild to fail the test are told all the same.
    private static void output(List<Finding> findings, String edition, XMLStreamWriter xml) throws XMLStreamException {
        if (!findings.isEmpty()) {
            start("system-out", 3, xml);
            xml.writeCharacters(told(findings, edition));
            xml.writeEndElement();
        }
    }

    /// The findings as at a terminal, where the log of a CI server shows them.
    private static String told(List<Finding> findings, String edition) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        try {
            new TextReport(new Terminal(100, false, true)).findings(findings, edition, text);
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
        return text.toString();
    }

    private static void start(String name, int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private static void end(int depth, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    /// Legal in XML whatever a server's names hold: what XML forbids is shown by its number.
    private static void attribute(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }
}
