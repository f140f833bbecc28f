// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place where a server may listen.
///
/// @param host a host name, an IP address, or the folder of a Unix-domain socket
/// @param address the IP address to use instead of asking for the host's; null where none is given
record Endpoint(String host, @Nullable String address, int port) {

    /// What fits into the kernel's address of a Unix-domain socket.
    private static final int LONGEST = 107;

    private static final String DEFAULT_PORT = "5432";

    /// The places that the lists of hosts, addresses and ports name together.
    static List<Endpoint> of(Parameters parameters, Problems problems) {
        List<String> hosts = list(parameters, Parameter.HOST);
        List<String> addresses = list(parameters, Parameter.HOSTADDR);
        List<String> ports = list(parameters, Parameter.PORT);
        int count = Math.max(1, Math.max(hosts.size(), addresses.size()));
        if (!hosts.isEmpty() && !addresses.isEmpty() && hosts.size() != addresses.size()) {
            problems.add("could not match " + hosts.size() + " host names to " + addresses.size() + " hostaddr values");
            return List.of();
        }
        if (ports.size() > 1 && ports.size() != count) {
            problems.add("could not match " + ports.size() + " port numbers to " + count + " hosts");
            return List.of();
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = element(addresses, i);
            String host = element(hosts, i);
            String port = ports.size() == 1 ? ports.getFirst() : element(ports, i);
            if (host.startsWith("@")) {
                problems.add("cannot connect to socket \"" + host + "\" in the abstract namespace");
            }
            Endpoint endpoint = new Endpoint(
                    host.isEmpty() ? address.isEmpty() ? Environment.socketFolder() : address : host,
                    address.isEmpty() ? null : address,
                    port(port.isEmpty() ? DEFAULT_PORT : port, parameters.source(Parameter.PORT), problems));
            if (endpoint.isSocket() && endpoint.socket().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                problems.add(
                        "path of socket \"" + endpoint.socket() + "\" is too long (maximum " + LONGEST + " bytes)");
            }
            endpoints.add(endpoint);
        }
        return endpoints;
    }

    private static List<String> list(Parameters parameters, Parameter parameter) {
        return parameters
                .get(parameter)
                .map(value -> List.of(value.split(",", -1)))
                .orElse(List.of());
    }

    private static String element(List<String> list, int index) {
        return index < list.size() ? list.get(index).strip() : "";
    }

    private static int port(String text, String source, Problems problems) {
        Optional<Integer> port = text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        if (port.isEmpty() || port.get() < 1 || port.get() > 65_535) {
            problems.add("invalid port number \"" + text + "\" in " + source, "A port is a number from 1 to 65535.");
            return 0;
        }
        return port.get();
    }

    boolean isSocket() {
        return address == null && host.startsWith("/");
    }

    Path socket() {
        return Path.of(host, ".s.PGSQL." + port);
    }

    /// What the password file calls the host.
    String passwordFileHost() {
        return isSocket() && host.equals(Environment.socketFolder()) ? "localhost" : host;
    }

    /// In a message: `"db.example" port 5432`.
    String place() {
        return isSocket() ? "socket \"" + socket() + '"' : '"' + host + "\" port " + port;
    }

    /// In a report: `db.example:5432`.
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
    }
}
