/**
 * The built-in PostgreSQL and Keycloak for a machine that has neither. Runs beside the service, in a process of its own;
 * nothing here is used by the service and its libraries are not in the package that goes to production.
 */
package org.claimdesk.local;
