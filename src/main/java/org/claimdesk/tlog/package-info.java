/**
 * A transparency log as anybody may check it: hashing (RFC 6962), proofs (RFC 9162), tiles, checkpoints, signed notes and
 * cosignatures (C2SP). It knows the JDK and nothing else, so that a verifier is not the service in disguise.
 */
package org.claimdesk.tlog;
