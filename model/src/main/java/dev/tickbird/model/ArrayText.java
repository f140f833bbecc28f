// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.model;

import java.util.ArrayList;
import java.util.List;

/// An array as PostgreSQL writes it: `{a,"b c"}`. Elements with a special character stand in quotes, and a backslash
/// precedes quotes and backslashes in them. Facts have arrays of one dimension without nulls.
public final class ArrayText {

    private final String text;
    private int place;

    private ArrayText(String text) {
        this.text = text;
        place = text.indexOf('{') + 1; // what is before it are bounds: [0:1]={1,2}
    }

    public static List<String> elements(String text) {
        return new ArrayText(text).elements();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        while (text.charAt(place) != '}') {
            elements.add(text.charAt(place) == '"' ? quoted() : plain());
            if (text.charAt(place) == ',') {
                place++;
            }
        }
        return elements;
    }

    private String plain() {
        int start = place;
        while (text.charAt(place) != ',' && text.charAt(place) != '}') {
            place++;
        }
        String element = text.substring(start, place);
        if (element.equals("NULL") || element.startsWith("{")) {
            throw new IllegalStateException("the array of a fact has a null or another dimension: " + text);
        }
        return element;
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        place++;
        while (text.charAt(place) != '"') {
            if (text.charAt(place) == '\\') {
                place++;
            }
            element.append(text.charAt(place));
            place++;
        }
        place++;
        return element.toString();
    }
}
