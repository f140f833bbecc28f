// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The pages of `docs/reference`, made from the program itself: `./dev docs` writes them, a test compares.
public final class Reference {

    private final Path root;

    /// @param root the folder of the repository
    public Reference(Path root) {
        this.root = root;
    }

    /// Where the pages lie.
    public Path folder() {
        return root.resolve("docs/reference");
    }

    /// Every page by its name in the folder, such as `rules/unused-index.md`.
    public SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put(
                "README.md",
                Markdown.page(
                        "docs/src/main/resources/dev/tickbird/docs/reference.md", Markdown.resource("reference.md")));
        pages.putAll(new RulePages(root).pages());
        pages.put("other-tools.md", CrossReferencePage.text(References.TOOLS, "other-tools.md", "their check"));
        pages.put("controls.md", CrossReferencePage.text(References.CONTROLS, "controls.md", "control"));
        pages.put("managed-services.md", ServicesPage.text());
        pages.put("facts.md", FactPage.text());
        pages.put("commands.md", CommandPage.text());
        pages.put("json-report.md", JsonPage.ofReport().text());
        pages.put("json-answer.md", JsonPage.ofAnswer().text());
        pages.put("json-rehearsal.md", JsonPage.ofRehearsal().text());
        pages.put("json-emergency.md", JsonPage.ofEmergency().text());
        pages.put("tickbird-toml.md", ConfigurationPage.text());
        return pages;
    }

    /// Writes every page and removes those that are no more.
    public void write() throws IOException {
        Map<String, String> pages = pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = folder().resolve(page.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, page.getValue());
        }
        for (String old : written()) {
            if (!pages.containsKey(old)) {
                Files.delete(folder().resolve(old));
            }
        }
    }

    /// The names of the pages that lie in the folder.
    public List<String> written() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
