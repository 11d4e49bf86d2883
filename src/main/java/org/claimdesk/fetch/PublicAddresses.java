package org.claimdesk.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are public, by the registries of special-purpose addresses of IANA (RFC 6890): not this machine, not
 * this network, not the addresses by which clouds tell secrets, not groups, and none that carry such a one inside.
 */
final class PublicAddresses {

    private static final List<Range> NOT_PUBLIC = List.of(range(4, "0.0.0.0", 8), range(4, "10.0.0.0", 8),
            range(4, "100.64.0.0", 10), range(4, "127.0.0.0", 8), range(4, "169.254.0.0", 16),
            range(4, "172.16.0.0", 12), range(4, "192.0.0.0", 24), range(4, "192.0.2.0", 24),
            range(4, "192.88.99.0", 24), range(4, "192.168.0.0", 16), range(4, "198.18.0.0", 15),
            range(4, "198.51.100.0", 24), range(4, "203.0.113.0", 24), range(4, "224.0.0.0", 3),
            // IETF protocols with Teredo, documentation, 6to4, documentation.
            range(16, "2001::", 23), range(16, "2001:db8::", 32), range(16, "2002::", 16), range(16, "3fff::", 20));
    /** All that is given out for IPv6; loopback, link-local, unique-local, NAT64 and groups lie outside. */
    private static final Range GIVEN_OUT = range(16, "2000::", 3);

    private record Range(byte[] start, int bits) {
        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean given = address instanceof Inet4Address || GIVEN_OUT.holds(bytes);
        return given && NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
    }

    private static Range range(int length, String start, int bits) {
        try {
            byte[] address = InetAddress.getByName(start).getAddress();
            if (address.length != length) {
                throw new IllegalArgumentException(start);
            }
            return new Range(address, bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(start, impossible);
        }
    }
}
