// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.functions;

/// A word, a literal or a sign of a body.
///
/// @param text a word in lower case, a quoted name or a literal without its quotes
record BodyToken(Kind kind, String text) {

    enum Kind {
        WORD,
        QUOTED,
        LITERAL,
        /// An argument by its place, such as `$1`.
        PLACE,
        SIGN
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /// Whether it is this key word or sign.
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }
}
