package org.claimdesk.fetch;

/** Why nothing came from an address; the message says it in words for a person. */
public final class Unfetched extends RuntimeException {

    private final Kind kind;

    /** The kinds of failure, and which of them may pass when one waits and tries again. */
    public enum Kind {
        /** It is no address that is fetched: another scheme, another port, a password in it. */
        ADDRESS(false),
        /** It leads to a host that is not on the public web. */
        NOT_PUBLIC(false),
        /** It is sent round in a circle, too often, or to nowhere. */
        REDIRECTS(false),
        /** There is more than is fetched. */
        TOO_LARGE(false),
        /** It is packed wrongly, or in a way that is not known here. */
        PACKING(false),
        /** What answers does not speak HTTP. */
        NOT_HTTP(false),
        /** There is no secure connection. */
        INSECURE(true),
        /** The name of the host leads nowhere; a name server that is away looks the same. */
        NO_SITE(true),
        /** Nobody answers there. */
        UNREACHABLE(true),
        /** It took too long. */
        SLOW(true),
        /** The connection broke off. */
        BROKEN_OFF(true);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        public boolean passing() {
            return passing;
        }
    }

    Unfetched(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
