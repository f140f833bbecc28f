// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read out of a statement's words, and what is not.
class EqualityQueryTest {

    @Test
    void readsQuotedNamesAliasesAndCasts() {
        EqualityQuery query = EqualityQuery.of("""
                SELECT a.*, a."Zip ""x"" y" AS z
                FROM "Live Shows"."Address" AS a
                WHERE a."City" = $1::text AND zip = $2
                ORDER BY a.id DESC""").orElseThrow();
        assertThat(query.schema()).isEqualTo("Live Shows");
        assertThat(query.table()).isEqualTo("Address");
        assertThat(query.columns()).containsExactly("City", "zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from address where city = $1 and zip = $2",
                "select distinct city from address where city = $1 and zip = $2",
                "select * from address where city = $1 and zip = $2 limit $3",
                "select * from address, person where city = $1 and zip = $2",
                "select * from address where city = $1 or zip = $2",
                "select * from address where city = $1 and zip > $2",
                "select * from address where city = zip and zip = $2",
                "select city from address where city = $1 and zip = $2 group by city",
                "update address set city = $1 where zip = $2",
            })
    void saysNothingOfOthers(String text) {
        assertThat(EqualityQuery.of(text)).isEmpty();
    }
}
