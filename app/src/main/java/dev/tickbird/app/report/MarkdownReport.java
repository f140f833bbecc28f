// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import dev.tickbird.model.finding.Examination;
import dev.tickbird.model.finding.Examined;
import dev.tickbird.model.finding.Finding;
import dev.tickbird.model.finding.Words;
import dev.tickbird.model.server.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A report for pull requests and wikis. Names from the server cannot leave the place they stand in.
public final class MarkdownReport implements Renderer {

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + SafeMarkdown.text(Headline.of(report)));
        blocks.add(header(report));
        List<FindingGroup> groups = FindingGroup.of(report.examination().findings());
        if (!groups.isEmpty()) {
            blocks.add(tally(groups));
        }
        UsualProof usual = UsualProof.of(report.examination().findings());
        CureRights.words(report.examination().findings())
                .ifPresent(rights -> blocks.add("**Cures:** " + SafeMarkdown.text(rights) + "."));
        usual.words().ifPresent(proof -> blocks.add("**Proof:** " + SafeMarkdown.text(proof)));
        groups.forEach(group -> group(group, report.edition(), usual, blocks));
        rejected(report.examination(), blocks);
        examined(report.examination(), blocks);
        accepted(report.examination(), blocks);
        settled(report.examination(), blocks);
        seeMore(report, blocks);
        out.append(String.join("\n\n", blocks)).append('\n');
    }

    private static String header(Report report) {
        Server server = report.snapshot().the(Server.class);
        return SafeMarkdown.text("PostgreSQL " + server.version() + ", " + report.edition() + ", " + report.target()
                + ", as role " + server.role() + "; examined "
                + report.snapshot().takenAt() + " in " + Headline.took(report.took()) + " by Tickbird "
                + report.version() + ": "
                + Words.count(report.examination().examined().size(), "rule") + " over "
                + Words.count(report.snapshot().observed().size(), "kind") + " of facts.");
    }

    private static String tally(List<FindingGroup> groups) {
        String rows = groups.stream()
                .map(group -> "| " + group.severity() + " | " + SafeMarkdown.text(group.rule()) + " | "
                        + Words.count(group.findings().size()) + " |")
                .collect(Collectors.joining("\n"));
        return "| severity | rule | findings |\n| --- | --- | ---: |\n" + rows;
    }

    private static void group(FindingGroup group, String edition, UsualProof usual, List<String> blocks) {
        for (Finding finding : group.inFull()) {
            blocks.add("## " + finding.severity() + ": " + SafeMarkdown.text(finding.title()));
            blocks.add(new MarkdownFinding(finding, edition, usual).text());
        }
        for (Finding finding : group.inShort()) {
            blocks.add("## " + finding.severity() + ": " + SafeMarkdown.text(finding.title()));
            blocks.add(new MarkdownFinding(finding, edition, usual).shortText());
        }
        if (group.byTitle().isEmpty()) {
            return;
        }
        int others = group.byTitle().size() + group.more();
        blocks.add(
                "## " + group.severity() + ": " + Words.count(others) + " more of " + SafeMarkdown.text(group.rule()));
        List<String> titles = group.byTitle().stream().map(Finding::title).collect(Collectors.toList());
        if (group.more() > 0) {
            titles.add("and " + Words.count(group.more()) + " more: --format json lists every one");
        }
        blocks.add(list(titles));
    }

    private static void rejected(Examination examination, List<String> blocks) {
        List<String> rejected = examination.rejected().stream()
                .map(each -> each.finding().title() + ": " + each.reason())
                .toList();
        section("Considered and rejected", rejected, blocks);
    }

    private static void examined(Examination examination, List<String> blocks) {
        List<String> clean = examination.examined().stream()
                .filter(examined -> examined.state() == Examined.State.CLEAN)
                .map(Examined::rule)
                .toList();
        section("Clean", clean.isEmpty() ? List.of() : List.of(String.join(", ", clean)), blocks);
        section("Not examined", unseen(examination, Examined.State.NOT_EXAMINED), blocks);
        section("Examined in part", unseen(examination, Examined.State.FINDING), blocks);
    }

    private static List<String> unseen(Examination examination, Examined.State state) {
        return Unseen.rules(examination.examined(), state).stream()
                .map(unseen -> unseen.reason() + ": " + String.join(", ", unseen.what()))
                .toList();
    }

    private static void accepted(Examination examination, List<String> blocks) {
        List<String> accepted = Settled.accepted(examination).stream()
                .map(each -> each.reason() + ": " + String.join(", ", each.what()))
                .toList();
        section("Accepted", accepted, blocks);
    }

    private static void settled(Examination examination, List<String> blocks) {
        List<String> settled = Settled.of(examination).stream()
                .map(each -> each.label() + ": " + each.text())
                .toList();
        section("Settled by the configuration", settled, blocks);
    }

    private static void seeMore(Report report, List<String> blocks) {
        List<String> gaps = Unseen.gaps(report.gaps()).stream()
                .map(gap -> gap.reason() + " " + String.join("; ", gap.what()))
                .toList();
        section("To see more", gaps, blocks);
    }

    private static void section(String title, List<String> lines, List<String> blocks) {
        if (!lines.isEmpty()) {
            blocks.add("## " + title);
            blocks.add(list(lines));
        }
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + SafeMarkdown.text(line)).collect(Collectors.joining("\n"));
    }
}
