// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report.html;

/// The addresses inside the page.
final class Anchor {

    private Anchor() {}

    static String ofRule(String slug) {
        return "rule-" + slug.replaceAll("[^a-zA-Z0-9-]", "_");
    }

    /// `unindexed-foreign-key` as a heading: `Unindexed foreign key`.
    static String words(String slug) {
        String words = slug.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
