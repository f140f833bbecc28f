// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

/// A place in a script, both counted from 1.
public record Place(int line, int column) {

    static Place of(int offset, String script) {
        int line = 1;
        int begin = 0;
        int end = Math.min(offset, script.length());
        for (int i = script.indexOf('\n'); i >= 0 && i < end; i = script.indexOf('\n', i + 1)) {
            line++;
            begin = i + 1;
        }
        return new Place(line, script.codePointCount(begin, end) + 1);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
