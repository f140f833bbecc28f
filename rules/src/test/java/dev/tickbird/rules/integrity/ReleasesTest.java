// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `releases.properties` says is possible.
class ReleasesTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void knowsEachMajorVersion(int major) {
        assertThat(Releases.end(major)).isPresent();
        assertThat(Releases.after(major, -1)).isNotEmpty().allSatisfy(release -> {
            assertThat(release.date()).isBeforeOrEqualTo(Releases.known());
            assertThat(release.major()).isEqualTo(major);
        });
        assertThat(Releases.after(major, -1))
                .extracting(Releases.Release::minor)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Releases.after(major, -1)).extracting(Releases.Release::date).isSorted();
        assertThat(Releases.faults(major, Releases.after(major, -1).getLast().minor()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 19, 99})
    void knowsNothingOfOthers(int major) {
        assertThat(Releases.end(major)).isEmpty();
        assertThat(Releases.after(major, 0)).isEmpty();
        assertThat(Releases.faults(major, 0)).isEmpty();
    }
}
