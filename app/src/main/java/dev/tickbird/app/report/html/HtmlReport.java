// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

import dev.tickbird.app.report.Renderer;
import dev.tickbird.app.report.Report;
import dev.tickbird.app.report.html.figures.IndexFigures;
import dev.tickbird.app.report.html.figures.TableFigures;
import dev.tickbird.app.report.html.markup.Html;
import dev.tickbird.app.report.html.markup.Shell;
import dev.tickbird.model.Fact;
import dev.tickbird.model.activity.Session;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.schema.ForeignKey;
import dev.tickbird.model.schema.Index;
import dev.tickbird.model.schema.Table;
import dev.tickbird.model.statistics.IndexStatistics;
import dev.tickbird.model.statistics.RelationSize;
import dev.tickbird.model.statistics.TableStatistics;
import dev.tickbird.rules.Catalogue;
import dev.tickbird.rules.RulePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The report as one HTML file that opens offline: it fetches nothing, and runs nothing but its own script.
public final class HtmlReport implements Renderer {

    /// What the drawings and tables are made of; whatever of it is missing is left out.
    public static final Set<Class<? extends Fact>> DRAWN = Set.of(
            Table.class,
            Index.class,
            ForeignKey.class,
            TableStatistics.class,
            IndexStatistics.class,
            RelationSize.class,
            Session.class);

    private final Function<String, Optional<RulePage>> pages;

    public HtmlReport() {
        this(slug -> Catalogue.rule(slug).map(RulePage::of));
    }

    /// @param pages what each rule's page says, by slug
    public HtmlReport(Function<String, Optional<RulePage>> pages) {
        this.pages = pages;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Html html = new Html();
        out.append(new Shell().around(title(report), "en", () -> body(report, html), html));
    }

    private static String title(Report report) {
        return "Tickbird: " + Masthead.database(report);
    }

    private void body(Report report, Html html) {
        Map<String, List<Finding>> groups = byRule(report.examination().findings());
        List<TableFigures> tables = TableFigures.of(report.snapshot());
        List<IndexFigures> indexes = IndexFigures.of(report.snapshot());
        html.leaf("a", "Skip to the findings", "class", "skip", "href", "#findings");
        new Masthead(report).write(html);
        html.start("div", "class", "columns");
        Contents.write(groups, Drawings.headings(report.snapshot()), html);
        html.start("main", "id", "content");
        new Findings(groups, report.edition(), pages).write(html);
        Drawings.write(report, tables, html);
        Inventory.tables(report.snapshot(), tables, report.examination().findings(), html);
        Inventory.indexes(report.snapshot(), indexes, html);
        new Coverage(report).write(html);
        html.end();
        html.end();
        Footer.write(report.version(), html);
    }

    /// In the order of the worst finding of each rule.
    private static Map<String, List<Finding>> byRule(List<Finding> findings) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        findings.forEach(finding -> groups.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        return groups;
    }
}
