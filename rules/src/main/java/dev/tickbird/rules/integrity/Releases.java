// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// What is known of PostgreSQL's releases: when each came out, until when its major version is mended, and which faults
/// spoil data. It all stands in `releases.properties`, and is as old as that says.
final class Releases {

    private static final ResourceBundle KNOWN =
            ResourceBundle.getBundle("dev.tickbird.rules.integrity.releases", Locale.ROOT);

    private Releases() {}

    /// A minor release of a major version.
    record Release(int major, int minor, LocalDate date) {

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /// A fault that spoils what is stored.
    ///
    /// @param fixed the first releases without it, such as `14.4`
    /// @param ordinary whether it strikes in ordinary use
    /// @param method the index method that it needs; empty if none
    record Fault(String slug, List<String> fixed, boolean ordinary, String method, String what, String rebuild) {

        /// The first release of the same major version that is without it; empty if this one is.
        Optional<String> fixedAfter(int major, int minor) {
            return fixed.stream()
                    .filter(release -> release.startsWith(major + "."))
                    .filter(release -> Integer.parseInt(release.substring(release.indexOf('.') + 1)) > minor)
                    .findFirst();
        }
    }

    /// The day of this knowledge.
    static LocalDate known() {
        return LocalDate.parse(KNOWN.getString("known"));
    }

    /// The last day on which a major version is mended; empty if it is not known.
    static Optional<LocalDate> end(int major) {
        return text(major + ".end").map(LocalDate::parse);
    }

    /// The releases of a major version that came after one of them, the next one first. Some in between may be missing.
    static List<Release> after(int major, int minor) {
        return text(major + ".minors").stream()
                .flatMap(Releases::words)
                .map(word -> word.split(":"))
                .map(parts -> new Release(major, Integer.parseInt(parts[0]), LocalDate.parse(parts[1])))
                .filter(release -> release.minor() > minor)
                .toList();
    }

    /// The faults that a release has.
    static List<Fault> faults(int major, int minor) {
        List<Fault> faults = new ArrayList<>();
        for (String slug : words(KNOWN.getString("faults")).toList()) {
            Fault fault = new Fault(
                    slug,
                    words(KNOWN.getString(slug + ".fixed")).toList(),
                    text(slug + ".ordinary").isPresent(),
                    text(slug + ".method").orElse(""),
                    KNOWN.getString(slug + ".what"),
                    KNOWN.getString(slug + ".rebuild"));
            if (fault.fixedAfter(major, minor).isPresent()) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private static Optional<String> text(String key) {
        return KNOWN.containsKey(key) ? Optional.of(KNOWN.getString(key)) : Optional.empty();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"));
    }
}
