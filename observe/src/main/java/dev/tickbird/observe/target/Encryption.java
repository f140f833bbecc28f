// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGProperty;

/// Whether and how the connection is encrypted: libpq's `ssl*` parameters in the driver's words.
///
/// As in libpq, `require` verifies the certificate if there is a root certificate file, and files in
/// `~/.postgresql` are used unless others are named. `sslrootcert=system` means the authorities that Java trusts.
///
/// @param mode the `sslmode` that holds
/// @param properties for the driver
record Encryption(String mode, Map<PGProperty, String> properties) {

    private static final String SYSTEM = "system";

    Encryption {
        properties = Map.copyOf(properties);
    }

    static Encryption of(Parameters parameters, Environment environment, List<Endpoint> endpoints, Problems problems) {
        String mode = mode(parameters, problems);
        if (mode.equals("disable") || endpoints.stream().allMatch(Endpoint::isSocket)) {
            return new Encryption("disable", Map.of(PGProperty.SSL_MODE, "disable"));
        }
        Path folder = environment.home().resolve(".postgresql");
        Map<PGProperty, String> properties = new LinkedHashMap<>();
        Path root = parameters.get(Parameter.SSLROOTCERT).map(Path::of).orElse(folder.resolve("root.crt"));
        boolean system = root.toString().equals(SYSTEM);
        if (system) {
            properties.put(PGProperty.SSL_FACTORY, "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (mode.startsWith("verify") || mode.equals("require") && Files.exists(root)) {
            mode = mode.equals("require") ? "verify-ca" : mode;
            requireFile(
                    "root certificate file",
                    root,
                    "Name the file that holds the server's certificate authority with"
                            + " sslrootcert, trust the authorities that Java trusts with sslrootcert=system, or use"
                            + " sslmode=require, which encrypts but does not verify.",
                    problems);
        }
        properties.put(PGProperty.SSL_MODE, mode);
        properties.put(PGProperty.SSL_ROOT_CERT, root.toString());
        properties.put(PGProperty.SSL_NEGOTIATION, negotiation(parameters, mode, problems));
        properties.putAll(clientCertificate(parameters, folder, system, problems));
        return new Encryption(mode, properties);
    }

    private static String mode(Parameters parameters, Problems problems) {
        boolean system = parameters.get(Parameter.SSLROOTCERT).equals(Optional.of(SYSTEM));
        String mode = parameters.get(Parameter.SSLMODE, system ? "verify-full" : "prefer");
        if (system && !mode.equals("verify-full")) {
            problems.add(
                    "weak sslmode \"" + mode + "\" cannot be used with sslrootcert=system", "Use sslmode=verify-full.");
        }
        return mode;
    }

    private static String negotiation(Parameters parameters, String mode, Problems problems) {
        String negotiation = parameters.get(Parameter.SSLNEGOTIATION, "postgres");
        if (negotiation.equals("direct") && (mode.equals("allow") || mode.equals("prefer"))) {
            problems.add(
                    "weak sslmode \"" + mode + "\" cannot be used with sslnegotiation=direct",
                    "Use sslmode=require, verify-ca or verify-full.");
        }
        return negotiation;
    }

    private static Map<PGProperty, String> clientCertificate(
            Parameters parameters, Path folder, boolean system, Problems problems) {
        Path certificate = parameters.get(Parameter.SSLCERT).map(Path::of).orElse(folder.resolve("postgresql.crt"));
        Path key = parameters.get(Parameter.SSLKEY).map(Path::of).orElse(folder.resolve("postgresql.key"));
        boolean named = parameters.get(Parameter.SSLCERT).isPresent()
                || parameters.get(Parameter.SSLKEY).isPresent();
        boolean holdsBoth = ClientKey.isStore(key);
        if (!named && !Files.exists(certificate)) {
            return Map.of(PGProperty.SSL_CERT, "", PGProperty.SSL_KEY, "");
        }
        if (system) {
            problems.add(
                    "client certificate cannot be used with sslrootcert=system",
                    "Name the file that holds the server's certificate authority with sslrootcert.");
            return Map.of();
        }
        if (!holdsBoth) {
            requireFile("certificate file", certificate, "Name an existing file with sslcert.", problems);
        }
        requireFile("private key file", key, "Name an existing file with sslkey.", problems);
        Map<PGProperty, String> properties = new LinkedHashMap<>();
        properties.put(PGProperty.SSL_CERT, certificate.toString());
        properties.put(PGProperty.SSL_KEY, key.toString());
        properties.put(PGProperty.SSL_PASSWORD, parameters.get(Parameter.SSLPASSWORD, ""));
        ClientKey.algorithm(key, problems)
                .ifPresent(algorithm -> properties.put(PGProperty.PEM_KEY_ALGORITHM, algorithm));
        return properties;
    }

    private static void requireFile(String kind, Path file, String hint, Problems problems) {
        if (!Files.exists(file)) {
            problems.add(kind + " \"" + file + "\" does not exist", hint);
        } else if (!Files.isReadable(file)) {
            problems.add("could not read " + kind + " \"" + file + '"');
        }
    }

    /// Never the properties: one of them may be a password.
    @Override
    public String toString() {
        return "sslmode=" + mode;
    }
}
