// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// `postgres://user:password@host:port,host:port/database?parameter=value`, read as libpq reads it.
///
/// A password with an unencoded `@` or `/` makes other parts of the URI look wrong; messages then name the mistake, not
/// the part.
final class ConnectionUri {

    private static final Pattern START = Pattern.compile("postgres(ql)?://");

    private final Problems problems;
    private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);

    private ConnectionUri(Problems problems) {
        this.problems = problems;
    }

    static boolean isUri(String text) {
        return START.matcher(text).lookingAt();
    }

    static Map<Parameter, String> parse(String text, Problems problems) {
        ConnectionUri uri = new ConnectionUri(problems);
        uri.read(START.matcher(text).replaceFirst(""));
        return uri.values;
    }

    private void read(String text) {
        int question = queryStart(text);
        String query = question < 0 ? "" : text.substring(question + 1);
        String front = question < 0 ? text : text.substring(0, question);
        String hosts = front;
        int at = front.indexOf('@');
        int slash = front.indexOf('/');
        if (at >= 0 && (slash < 0 || at < slash)) {
            credentials(front.substring(0, at));
            hosts = front.substring(at + 1);
        }
        if (hosts.indexOf('@') >= 0) {
            problems.add(
                    "connection URI contains an \"@\" where none can stand",
                    "Inside a user name or password write \"@\" as %40, \"/\" as %2F and \":\" as %3A.");
            return;
        }
        slash = hosts.indexOf('/');
        if (slash >= 0) {
            put(Parameter.DBNAME, hosts.substring(slash + 1));
            hosts = hosts.substring(0, slash);
        }
        hosts(hosts);
        if (!query.isEmpty()) {
            query(query);
        }
    }

    /// The `?` before the parameters: the first one after the user name and password.
    private static int queryStart(String text) {
        int at = text.indexOf('@');
        int slash = text.indexOf('/');
        int question = text.indexOf('?');
        boolean credentials = at >= 0 && (slash < 0 || at < slash);
        return credentials && question < at ? text.indexOf('?', at) : question;
    }

    private void credentials(String text) {
        int colon = text.indexOf(':');
        put(Parameter.USER, colon < 0 ? text : text.substring(0, colon));
        if (colon >= 0) {
            put(Parameter.PASSWORD, text.substring(colon + 1));
        }
    }

    private void hosts(String text) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int close = part.startsWith("[") ? part.indexOf(']') : -1;
            if (part.startsWith("[") && close < 0) {
                problems.add("missing \"]\" after the IPv6 address in the connection URI");
                return;
            }
            int colon = part.indexOf(':', close + 1);
            String host = colon < 0 ? part : part.substring(0, colon);
            if (close >= 0 && host.length() != close + 1) {
                problems.add("unexpected text after the IPv6 address in the connection URI");
                return;
            }
            hosts.add(close < 0 ? host : host.substring(1, close));
            ports.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        if (hosts.stream().anyMatch(host -> !host.isEmpty())) {
            put(Parameter.HOST, String.join(",", hosts));
        }
        if (ports.stream().anyMatch(port -> !port.isEmpty())) {
            put(Parameter.PORT, String.join(",", ports));
        }
    }

    private void query(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                problems.add("missing \"=\" in a parameter of the connection URI");
                continue;
            }
            String keyword = decoded(pair.substring(0, equals));
            String value = decoded(pair.substring(equals + 1));
            if (keyword.equals("ssl") && value.equals("true")) {
                keyword = Parameter.SSLMODE.word();
                value = "require";
            }
            KeywordString.store(keyword, value, values, problems);
        }
    }

    private void put(Parameter parameter, String encoded) {
        String value = decoded(encoded);
        if (!value.isEmpty()) {
            values.put(parameter, value);
        }
    }

    private String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                bytes.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                problems.add(
                        "invalid percent-encoding in the connection URI",
                        "Write \"%\" itself as %25; %00 cannot be used.");
                return "";
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
