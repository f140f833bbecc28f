// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tickbird.rules.Catalogue;
import org.junit.jupiter.api.Test;

class PlantedSicknessTest {

    @Test
    void eachIsOneThatSomeRuleFinds() {
        assertThat(Demo.planted())
                .hasSizeGreaterThanOrEqualTo(18)
                .doesNotHaveDuplicates()
                .allMatch(sickness -> Catalogue.slugs().contains(sickness.rule()));
    }
}
