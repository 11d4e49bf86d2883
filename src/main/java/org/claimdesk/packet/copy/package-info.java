/** Copies of a packet for people: the annotated article as HTML and as PDF, written claim by claim. */
package org.claimdesk.packet.copy;
