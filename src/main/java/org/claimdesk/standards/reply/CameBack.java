package org.claimdesk.standards.reply;

/** What came back. */
public enum CameBack {
    ANSWERED("answered"), DECLINED("declined to comment"), SILENT("did not answer"), WITHDRAWN("no longer asked");

    private final String words;

    CameBack(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
