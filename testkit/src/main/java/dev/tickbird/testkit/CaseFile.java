// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One case of the ward: an SQL file whose leading comments tell its story and, line by line, what it asks for.
///
/// | line | meaning |
/// | --- | --- |
/// | `-- versions: 15+` or `-- versions: 14-16` | the majors it runs on |
/// | `-- server: own` | a server for this case alone, with PostgreSQL's defaults |
/// | `-- settings: wal_level=logical, …` | settings of that own server |
/// | `-- standby: connected` or `examined` | an own server with a standby; which of the two is examined |
/// | `-- thresholds: min-age = 0 s, …` | the rule's thresholds |
/// | `-- role: app` | the role that examines; the script creates it |
/// | `-- no replay: reason` | why the remedy cannot be carried out and undone here |
///
/// Below, `-- session: NAME` sends what follows to a connection of its own that stays open until the case ends;
/// `-- session: NAME, waiting` does not wait for it to finish; `-- session: main` returns to the first, and
/// `-- session: standby` is one on the standby, where what a person would do is done if that is examined;
/// `-- cure` begins what a person would do where the remedy is advice.
public record CaseFile(Path path, Map<String, String> header, List<Section> sections) {

    /// The session on which a case begins.
    static final String MAIN = "main";

    /// The session on the standby.
    static final String STANDBY = "standby";

    private static final Pattern HEADER =
            Pattern.compile("-- (versions|server|settings|standby|thresholds|role|no replay): (.*)");
    private static final Pattern SECTION = Pattern.compile("-- (?:session: (\\w+)(, waiting)?|(cure))");

    /// @param session the connection it runs on; `cure` for what a person would do
    public record Section(String session, boolean waiting, String sql) {}

    public static CaseFile read(Path path) throws IOException {
        Map<String, String> header = new LinkedHashMap<>();
        List<Section> sections = new ArrayList<>();
        String session = MAIN;
        boolean waiting = false;
        StringBuilder sql = new StringBuilder();
        for (String line : Files.readAllLines(path)) {
            Matcher head = HEADER.matcher(line);
            Matcher section = SECTION.matcher(line);
            if (head.matches()) {
                header.put(head.group(1), head.group(2).strip());
            } else if (section.matches()) {
                sections.add(new Section(session, waiting, sql.toString()));
                session = section.group(3) != null ? "cure" : section.group(1);
                waiting = section.group(2) != null;
                sql.setLength(0);
            } else {
                sql.append(line).append('\n');
            }
        }
        sections.add(new Section(session, waiting, sql.toString()));
        return new CaseFile(path, header, sections);
    }

    public String name() {
        return path.getFileName().toString().replaceFirst("\\.sql$", "");
    }

    public boolean fires() {
        return name().startsWith("fires");
    }

    /// Whether the rule cannot be examined here, and must say why.
    public boolean blind() {
        return name().startsWith("blind");
    }

    public boolean runsOn(int major) {
        String versions = header.getOrDefault("versions", "14+");
        String[] bounds = versions.split("[-+]", -1);
        int last = versions.endsWith("+") ? Integer.MAX_VALUE : Integer.parseInt(bounds[bounds.length - 1]);
        return major >= Integer.parseInt(bounds[0]) && major <= last;
    }

    public boolean ownServer() {
        return "own".equals(header.get("server")) || header.containsKey("settings") || standby();
    }

    /// Whether its server has a standby.
    public boolean standby() {
        return header.containsKey("standby");
    }

    /// Whether the standby is what is examined.
    public boolean examinesStandby() {
        return "examined".equals(header.get("standby"));
    }

    public Map<String, String> settings() {
        return pairs("settings");
    }

    public Map<String, String> thresholds() {
        return pairs("thresholds");
    }

    public Optional<String> role() {
        return Optional.ofNullable(header.get("role"));
    }

    public Optional<String> noReplay() {
        return Optional.ofNullable(header.get("no replay"));
    }

    public List<Section> script() {
        return sections.stream()
                .filter(section -> !section.session().equals("cure"))
                .toList();
    }

    public Optional<String> cure() {
        return sections.stream()
                .filter(section -> section.session().equals("cure"))
                .map(Section::sql)
                .findFirst();
    }

    /// Where the approved report of this case lies.
    public Path approved() {
        return path.resolveSibling(name() + ".approved");
    }

    private Map<String, String> pairs(String line) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : header.getOrDefault(line, "").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return pairs;
    }
}
