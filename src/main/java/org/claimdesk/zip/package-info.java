/** The format of packets as whoever writes one and whoever checks one share it; it knows nothing but the JDK. */
package org.claimdesk.zip;
