package org.claimdesk.ledger.erasure;

/** The law by which a text is erased; one that has none stays. The database knows the same ones. */
public enum Ground {
    COURT_ORDER("court order or injunction"),
    /** GDPR Art. 17, and laws like it. */
    DATA_PROTECTION("data protection: right to erasure (GDPR Art. 17)"), SOURCE_SAFETY(
            "safety or confidentiality of a source"), DEFAMATION(
                    "defamation or privacy: settlement or undertaking"), COPYRIGHT(
                            "copyright"), SECRECY("a duty of secrecy by law");

    private final String label;

    Ground(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
