// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.finding.Severity;
import dev.tickbird.model.server.HbaLine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is wrong with how a line of `pg_hba.conf` has people prove who they are.
///
/// @param title goes on after "line 3 of pg_hba.conf"
record WeakMethod(Severity severity, String title, String impact, String cure) {

    /// Empty for a line that asks for a proof which neither listeners nor other machines can forge.
    ///
    /// @param superusers those among the roles of the line
    static Optional<WeakMethod> of(HbaLine line, Reach reach, List<String> superusers) {
        boolean fromNetwork = reach == Reach.NETWORK;
        return switch (Objects.requireNonNullElse(line.method(), "")) {
            case "trust" -> reach == Reach.NOBODY ? Optional.empty() : trust(line, reach, superusers);
            case "password", "ldap", "pam", "bsd", "radius" -> fromNetwork ? clearText(line) : Optional.empty();
            case "ident" -> fromNetwork ? Optional.of(ident()) : Optional.empty();
            case "md5" -> fromNetwork ? Optional.of(md5()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<WeakMethod> trust(HbaLine line, Reach reach, List<String> superusers) {
        if (line.options().contains("clientcert=verify-full")) { // the certificate says who it is
            return Optional.empty();
        }
        String cure = "ive the roles that come this way passwords (\\password in psql), and replace trust by "
                + (line.isRemote() ? "scram-sha-256." : "peer or scram-sha-256.");
        return Optional.of(new WeakMethod(
                ofTrust(line, reach),
                "lets in " + whom(line, reach) + (isForAll(line) ? "" : " as " + roles(line)) + " without a password",
                "Whoever comes from there can be "
                        + (isForAll(line) ? "any role, superusers included." : roles(line) + among(superusers)),
                reach == Reach.FOLDER
                        ? "Look who may enter the folder (unix_socket_directories names it). Unless it is the server's"
                                + " account alone, g" + cure
                        : "G" + cure));
    }

    private static Severity ofTrust(HbaLine line, Reach reach) {
        return switch (reach) {
            case NOBODY, FOLDER -> Severity.NOTE;
            case HOST -> Severity.ADVICE;
            case NETWORK -> {
                Severity open = Reach.addresses(line) > 1 ? Severity.CRITICAL : Severity.WARNING;
                yield line.options().contains("clientcert=verify-ca") ? Severity.ADVICE : open;
            }
        };
    }

    private static String whom(HbaLine line, Reach reach) {
        return switch (reach) {
            case NOBODY -> "nobody";
            case FOLDER -> "whoever may enter the folder of its socket";
            case HOST -> "every user of the host";
            case NETWORK -> "everybody at " + Reach.written(line);
        };
    }

    private static boolean isForAll(HbaLine line) {
        return line.users().contains("all");
    }

    /// Such as `app or a member of team`.
    private static String roles(HbaLine line) {
        return line.users().stream()
                .map(user -> user.startsWith("+") ? "a member of " + user.substring(1) : user)
                .collect(Collectors.joining(" or "));
    }

    private static String among(List<String> superusers) {
        return switch (superusers.size()) {
            case 0 -> ".";
            case 1 -> "; " + superusers.getFirst() + " is a superuser.";
            default -> "; superusers are " + String.join(", ", superusers) + ".";
        };
    }

    private static Optional<WeakMethod> clearText(HbaLine line) {
        if ("hostssl".equals(line.type()) || "hostgssenc".equals(line.type())) {
            return Optional.empty();
        }
        return Optional.of(new WeakMethod(
                Severity.WARNING,
                "lets passwords cross the network in clear text",
                "Whoever listens between client and server reads the passwords.",
                "Replace " + line.type() + " by hostssl, with TLS on"
                        + (line.method() != null && line.method().equals("password")
                                ? "; or password by scram-sha-256, which never sends one."
                                : ".")));
    }

    private static WeakMethod ident() {
        return new WeakMethod(
                Severity.WARNING,
                "believes other machines who their users are",
                "Whoever controls a machine at one of these addresses can be any role of the line.",
                "Give the roles that come this way passwords (\\password in psql), and replace ident by scram-sha-256.");
    }

    private static WeakMethod md5() {
        return new WeakMethod(
                Severity.ADVICE,
                "accepts MD5 passwords",
                "For a role that still has one, the hash in pg_authid is enough to log in, and so is a backup that holds"
                        + " it; PostgreSQL 18 calls the method deprecated.",
                "With password_encryption = scram-sha-256, give the roles whose rolpassword in pg_authid starts with"
                        + " md5 their password anew, and replace md5 by scram-sha-256.");
    }
}
