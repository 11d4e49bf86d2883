/**
 * Verdicts and claims in the formats that others read, written to any stream one after the other, so that their number does
 * not matter. What may be given out is decided by whoever calls: what comes here goes out.
 */
package org.claimdesk.export;
