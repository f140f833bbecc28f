// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.lab.rehearsal;

/// A piece of SQL that is not space or comment.
///
/// @param text as it is meant: an unquoted word in lower case, a quoted name or literal without its quotes
/// @param start where it begins in the script
/// @param end where what follows it begins
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /// A key word or an unquoted name.
        WORD,
        /// A name in double quotes.
        QUOTED_NAME,
        /// What single quotes or dollars enclose.
        LITERAL,
        /// Anything else, one character each.
        SIGN
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /// Whether it may be the name of something.
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
