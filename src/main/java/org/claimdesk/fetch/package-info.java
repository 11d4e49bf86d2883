/** Fetches what is on the web, for whoever needs it, from public addresses only and within limits. */
package org.claimdesk.fetch;
