package org.claimdesk.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) as the JDK has it, with keys as bare bytes. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    private static final String NAME = "Ed25519";
    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** @throws Malformed where it is no public key */
    static byte[] requireKey(byte[] key) {
        publicKey(key);
        return key.clone();
    }

    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature verifying = Signature.getInstance(NAME);
            verifying.initVerify(publicKey(key));
            verifying.update(message);
            return verifying.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }

    static PublicKey publicKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new Malformed("an Ed25519 key has 32 bytes, not " + key.length);
        }
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, HEADER.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noPoint) {
            throw new Malformed("that is no Ed25519 key");
        }
    }

    /** The pair that a seed of 32 bytes makes. The JDK makes it only from a source of randomness, so the seed is one. */
    static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            KeyPair pair = generator.generateKeyPair();
            byte[] made = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(made, seed)) {
                throw new IllegalStateException("this Java makes another key from the seed");
            }
            return pair;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }

    static byte[] bare(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signing = Signature.getInstance(NAME);
            signing.initSign(key);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }
}
