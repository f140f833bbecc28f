// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe;

/// How a session writes values as text. Servers, databases and roles may have it otherwise: numbers rounded, bytes with
/// escapes, amounts in a currency. What is written in one notation is exact, and is read again only in the same.
public final class Notation {

    /// Sets it until the transaction ends. It has no backslash in it, for nobody knows yet what one means.
    public static final String SET = """
            select set_config(setting.name, setting.value, true)
            from (values ('standard_conforming_strings', 'on'),
                         ('DateStyle', 'ISO, MDY'),
                         ('IntervalStyle', 'postgres'),
                         ('TimeZone', 'UTC'),
                         ('extra_float_digits', '3'),
                         ('bytea_output', 'hex'),
                         ('xmlbinary', 'base64'),
                         ('xmloption', 'content'),
                         ('array_nulls', 'on'),
                         ('lc_monetary', 'C'),
                         ('lc_numeric', 'C'),
                         ('quote_all_identifiers', 'off'),
                         ('transform_null_equals', 'off')) as setting (name, value)""";

    private Notation() {}
}
