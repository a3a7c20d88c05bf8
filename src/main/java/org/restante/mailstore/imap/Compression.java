package org.restante.mailstore.imap;

import java.net.InetAddress;

/** With which servers answers are compressed (RFC 4978), where they can: it saves bytes on the way and costs memory and time at both ends. */
public enum Compression {
    /** With those that are neither on this machine nor in a private network. */
    AUTO {
        @Override
        boolean isWorthIt(InetAddress server) {
            return !server.isLoopbackAddress()
                    && !server.isSiteLocalAddress()
                    && !server.isLinkLocalAddress()
                    && !isUniqueLocal(server);
        }
    },
    /** With all. */
    ALWAYS {
        @Override
        boolean isWorthIt(InetAddress server) {
            return true;
        }
    },
    /** With none. */
    NEVER {
        @Override
        boolean isWorthIt(InetAddress server) {
            return false;
        }
    };

    abstract boolean isWorthIt(InetAddress server);

    /** The private addresses of IPv6 (RFC 4193). */
    private static boolean isUniqueLocal(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 16 && (octets[0] & 0xFE) == 0xFC;
    }
}
