package org.claimdesk.text.worth;

/** FNV-1a over characters instead of octets, with its bits mixed at the end so that any of them may be taken. */
final class Hash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(char[] line, int from, int to) {
        long hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ line[i]) * PRIME;
        }
        return mixed(hash);
    }

    /** Of a word together with a number. */
    static long with(long hash, int number) {
        return mixed((hash ^ number + 1) * PRIME);
    }

    private static long mixed(long hash) {
        long half = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return half ^ half >>> 29;
    }

    static long of(String word) {
        return of(word.toCharArray(), 0, word.length());
    }
}
