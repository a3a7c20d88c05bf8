package org.restante.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public internet: not those of this machine, of private networks, of groups, of examples, nor those that lead to
 * another by translation (IANA special-purpose address registries, RFC 6890).
 */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(Network::parse)
            .toList();

    /** All that was given out of IPv6; what translates to IPv4, such as NAT64, lies outside. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        boolean unicast = address instanceof Inet4Address || GLOBAL_UNICAST.holds(address);
        return unicast && NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    /**
     * A network in CIDR notation.
     *
     * @param bits how many bits of the address are the network's
     */
    record Network(byte[] address, int bits) {

        /**
         * Reads {@code 10.0.0.0/8}, {@code fc00::/7} or one address.
         *
         * @throws IllegalArgumentException where it is none
         */
        static Network parse(String text) {
            int slash = text.indexOf('/');
            String literal = slash < 0 ? text : text.substring(0, slash);
            if (!literal.matches("[0-9a-fA-F.:]+")) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            try {
                byte[] address = InetAddress.getByName(literal).getAddress();
                int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
                return new Network(address, bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not a network: " + text, e);
            }
        }

        boolean holds(InetAddress other) {
            byte[] octets = other.getAddress();
            if (octets.length != address.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % 8;
                if ((octets[i / 8] & mask) != (address[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
