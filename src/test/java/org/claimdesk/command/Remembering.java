package org.claimdesk.command;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies each Ed25519 signature once: asked for the same key, message and signature, bit for bit, it gives the same answer
 * again. That takes most of the time of checking a small packet.
 */
final class Remembering extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1;
    private static final String NAME = "Ed25519";
    private static final String JDK = "SunEC";

    private final transient Map<String, Boolean> answers = new ConcurrentHashMap<>();

    private Remembering() {
        super("Remembering", "1", "Ed25519, each signature verified once");
        putService(new Service(this, "Signature", NAME, Verifying.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return new Verifying();
            }

            @Override
            public boolean supportsParameter(Object key) {
                return key instanceof PublicKey;
            }
        });
    }

    /** Until it is closed. */
    static Remembering begun() {
        Remembering remembering = new Remembering();
        Security.insertProviderAt(remembering, 1);
        return remembering;
    }

    /** How many there were. */
    int verified() {
        return answers.size();
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private final class Verifying extends SignatureSpi {

        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private PublicKey key;

        @Override
        protected void engineInitVerify(PublicKey by) {
            key = by;
            message.reset();
        }

        @Override
        protected void engineUpdate(byte one) {
            message.write(one);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            message.write(bytes, from, length);
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            HexFormat hex = HexFormat.of();
            String asked = String.join(" ", hex.formatHex(key.getEncoded()), hex.formatHex(message.toByteArray()),
                    hex.formatHex(signature));
            Boolean known = answers.get(asked);
            if (known == null) {
                known = verifies(signature);
                answers.put(asked, known);
            }
            return known;
        }

        private boolean verifies(byte[] signature) throws SignatureException {
            try {
                Signature jdk = Signature.getInstance(NAME, JDK);
                jdk.initVerify(key);
                jdk.update(message.toByteArray());
                return jdk.verify(signature);
            } catch (SignatureException malformed) {
                throw malformed;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        protected void engineInitSign(PrivateKey own) {
            throw new UnsupportedOperationException("it signs nothing");
        }

        @Override
        protected byte[] engineSign() {
            throw new UnsupportedOperationException("it signs nothing");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
