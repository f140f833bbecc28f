// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file of a client certificate's private key. Java reads PKCS #8, as text (PEM) or binary (DER), and the
/// driver reads PKCS #12 under the alias `user`; older forms that OpenSSL reads have to be converted.
final class ClientKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----\\s*(.*?)\\s*-----END ", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private ClientKey() {}

    /// Whether the file holds the certificate too.
    static boolean isStore(Path file) {
        String name = file.toString();
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    /// What kind of key a text file holds, which the driver wants to be told; empty for a binary file.
    static Optional<String> algorithm(Path file, Problems problems) {
        if (isStore(file) || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            Matcher matcher = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!matcher.find()) {
                return Optional.empty();
            }
            Optional<String> algorithm =
                    matcher.group(1).equals("PRIVATE KEY") ? algorithm(matcher.group(2)) : Optional.empty();
            if (algorithm.isEmpty()) {
                problems.add(
                        "private key file \"" + file + "\" has a format that cannot be read (" + matcher.group(1) + ')',
                        "Convert it with \"openssl pkcs8 -topk8 -nocrypt -in " + file
                                + " -out converted.key\" and name the converted file with sslkey.");
            }
            return algorithm;
        } catch (IOException e) {
            problems.add("could not read private key file \"" + file + '"');
            return Optional.empty();
        }
    }

    private static Optional<String> algorithm(String base64) {
        try {
            PKCS8EncodedKeySpec key =
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            return ALGORITHMS.stream()
                    .filter(algorithm -> reads(algorithm, key))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean reads(String algorithm, PKCS8EncodedKeySpec key) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
