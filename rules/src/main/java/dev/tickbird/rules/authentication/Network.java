// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.rules.authentication;

import dev.tickbird.model.server.HbaLine;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses that begin with the same bits.
///
/// @param first the first of them
/// @param width 32 bits for IPv4, 128 for IPv6
/// @param bits how many of them all addresses share
record Network(BigInteger first, int width, int bits) {

    static final Network ALL_OF_IPV4 = new Network(BigInteger.ZERO, 32, 0);
    static final Network ALL_OF_IPV6 = new Network(BigInteger.ZERO, 128, 0);

    private static final int GROUPS = 8;

    /// Those that no router of the internet passes on: private ones, those of carriers, and of one link.
    private static final List<Network> PRIVATE = Stream.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "169.254.0.0/16",
                    "127.0.0.0/8",
                    "fc00::/7",
                    "fe80::/10",
                    "::1/128")
            .map(Network::parse)
            .toList();

    /// Empty for a line with a host name or a word such as `samenet` in place of addresses, and for an IPv6 address
    /// that ends like one of IPv4.
    static Optional<Network> of(HbaLine line) {
        if (line.address() == null || line.netmask() == null) {
            return Optional.empty();
        }
        int bits = Reach.bits(line.netmask());
        if (!line.address().contains(":")) {
            return Optional.of(new Network(number(List.of(line.address().split("\\.")), 10), 32, bits));
        }
        return line.address().contains(".")
                ? Optional.empty()
                : Optional.of(new Network(number(groups(line.address()), 16), 128, bits));
    }

    private static Network parse(String written) {
        String address = written.replaceAll("/.*", "");
        int bits = Integer.parseInt(written.replaceAll(".*/", ""));
        return address.contains(":")
                ? new Network(number(groups(address), 16), 128, bits)
                : new Network(number(List.of(address.split("\\.")), 10), 32, bits);
    }

    /// Whether only private addresses may come by a line; a host's own network is one.
    static boolean isPrivate(HbaLine line) {
        return "samenet".equals(line.address())
                || of(line).filter(Network::isPrivate).isPresent();
    }

    /// The same of one address.
    static boolean isPrivate(String address) {
        String plain =
                address.contains(".") ? address.substring(address.lastIndexOf(':') + 1) : address; // ::ffff:10.0.0.1
        return isPrivate(parse(plain + (plain.contains(":") ? "/128" : "/32")));
    }

    private static boolean isPrivate(Network network) {
        return PRIVATE.stream().anyMatch(it -> it.holds(network));
    }

    boolean holds(Network other) {
        int free = width - bits;
        return width == other.width
                && bits <= other.bits
                && first.shiftRight(free).equals(other.first.shiftRight(free));
    }

    /// Whether each of its addresses is in one of the others.
    boolean isHeldBy(List<Network> others) {
        if (others.stream().anyMatch(it -> it.holds(this))) {
            return true;
        }
        List<Network> within = others.stream().filter(this::holds).toList();
        return !within.isEmpty() && half(0).isHeldBy(within) && half(1).isHeldBy(within);
    }

    private Network half(int which) {
        int free = width - bits - 1;
        BigInteger prefix = first.shiftRight(free + 1).shiftLeft(1).add(BigInteger.valueOf(which));
        return new Network(prefix.shiftLeft(free), width, bits + 1);
    }

    private static BigInteger number(List<String> parts, int radix) {
        int size = radix == 10 ? 8 : 16;
        return parts.stream()
                .map(part -> new BigInteger(part, radix))
                .reduce(
                        BigInteger.ZERO,
                        (before, part) -> before.shiftLeft(size).or(part));
    }

    /// All eight groups of an IPv6 address, those that `::` leaves out too.
    private static List<String> groups(String address) {
        List<List<String>> ends = Arrays.stream(address.split("::", -1))
                .map(end -> Arrays.stream(end.split(":"))
                        .filter(it -> !it.isEmpty())
                        .toList())
                .toList();
        int written = ends.stream().mapToInt(List::size).sum();
        Stream<String> left = Stream.generate(() -> "0").limit(GROUPS - written);
        return Stream.of(ends.getFirst().stream(), left, ends.stream().skip(1).flatMap(List::stream))
                .flatMap(it -> it)
                .collect(Collectors.toList());
    }
}
