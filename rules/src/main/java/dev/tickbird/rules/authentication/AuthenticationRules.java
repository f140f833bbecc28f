// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.rules.Rule;
import java.util.List;

/// The rules of the family, sorted by name. A new rule is one line here.
public final class AuthenticationRules {

    private AuthenticationRules() {}

    public static List<Rule> rules() {
        return List.of(
                new BreakableEncryption(),
                new ExpiringPassword(),
                new GuessablePassword(),
                new Md5Password(),
                new Md5PasswordEncryption(),
                new RemoteSuperuser(),
                new ReplicatingSuperuser(),
                new ShadowedHbaLine(),
                new TrustAuthentication(),
                new UnencryptedConnection(),
                new UnmatchableHbaLine());
    }
}
