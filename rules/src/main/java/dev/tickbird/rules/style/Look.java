// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.style;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a name looks like to somebody who reads it.
record Look(String name) {

    private static final String FOREIGN = "авекмнорстухіјѕοανκριυ";
    private static final String LATIN = "abekmhopctyxijsoavkpiu";

    private static final Map<Integer, Integer> TWINS = IntStream.range(0, FOREIGN.length())
            .boxed()
            .collect(Collectors.toMap(place -> (int) FOREIGN.charAt(place), place -> (int) LATIN.charAt(place)));

    private static final Pattern GAP = Pattern.compile("(?<!\\d)[_ -]+|[_ -]+(?!\\d)");
    private static final Pattern ZERO = Pattern.compile("(?<=\\p{L})0(?=\\p{L}|$)");
    private static final Pattern ONE = Pattern.compile("(?<=\\p{L})1(?=\\p{L})");

    /// The same for names that look the same. An underscore counts between digits only, where it keeps numbers apart.
    String look() {
        String letters = isAscii() ? name.toLowerCase(Locale.ROOT) : latinized();
        String joined = GAP.matcher(letters).replaceAll("");
        return ONE.matcher(ZERO.matcher(joined).replaceAll("o")).replaceAll("l");
    }

    private String latinized() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(letter -> TWINS.getOrDefault(letter, letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// As nearly all names are, of which a database may have hundreds of thousands.
    private boolean isAscii() {
        return name.chars().allMatch(letter -> letter < 128);
    }

    /// Whether a word of it is Latin but for letters of another alphabet that look so.
    boolean isDisguised() {
        if (isAscii()) {
            return false;
        }
        for (String word : name.split("\\P{L}+")) {
            boolean latin = word.codePoints().anyMatch(Look::isLatin);
            boolean others = word.codePoints().anyMatch(letter -> !isLatin(letter));
            if (latin
                    && others
                    && word.codePoints().filter(letter -> !isLatin(letter)).allMatch(Look::isTwin)) {
                return true;
            }
        }
        return false;
    }

    /// The name with the numbers of its foreign letters.
    String revealed() {
        return name.codePoints()
                .mapToObj(letter -> isTwin(letter)
                        ? "\\" + HexFormat.of().withUpperCase().toHexDigits((char) letter)
                        : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private static boolean isTwin(int letter) {
        return TWINS.containsKey(Character.toLowerCase(letter));
    }

    private static boolean isLatin(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }
}
