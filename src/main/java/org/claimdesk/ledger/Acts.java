package org.claimdesk.ledger;

/** The names of acts in words. */
public final class Acts {

    private Acts() {}

    /** In the past tense, with a capital; an act without a word of its own stays as it is. */
    public static String past(String act) {
        return switch (act) {
            case "MARK" -> "Marked";
            case "TAKE" -> "Taken";
            case "REASSIGN" -> "Reassigned";
            case "ATTACH" -> "Evidence attached";
            case "WITHDRAW" -> "Evidence withdrawn";
            case "SUBMIT" -> "Submitted";
            case "RETURN" -> "Returned";
            case "DISPUTE" -> "Disputed";
            case "ANSWER" -> "Answered";
            case "VERIFY" -> "Verified";
            case "OVERTURN" -> "Overturned";
            case "REWORD" -> "Reworded by a new revision";
            case "PLACE" -> "Placed in a new revision";
            case "ORPHAN" -> "Orphaned by a new revision";
            case "REATTACH" -> "Attached again";
            case "DROP" -> "Dropped";
            case "RESTORE" -> "Restored";
            case "FILE" -> "Filed";
            case "CAPTURE" -> "Capture finished";
            case "RECAPTURE" -> "Capture asked for again";
            case "QUOTE" -> "Passage picked";
            case "ACKNOWLEDGE" -> "Change of a page accepted";
            case "ACCOUNT" -> "Sentences called";
            case "UNSEAL_ASKED" -> "Opening of a seal asked for";
            case "UNSEAL_GRANTED" -> "Seal opened";
            case "UNSEAL_REFUSED" -> "Opening of a seal refused";
            case "UNSEAL_READ" -> "Sealed identity or recording read";
            case "WAIVE" -> "Waived";
            case "UNWAIVE" -> "Waiver withdrawn";
            case "CONTEXT" -> "Context named in the article";
            case "RELEASE" -> "Released";
            case "CORRECT" -> "Correction issued";
            case "NO_CORRECTION" -> "Found to need no correction";
            case "ASK_REPLY" -> "Asked for a reply";
            case "REPLY" -> "Reply recorded";
            case "PLACE_REPLY" -> "Reply found in the text";
            case "PUBLISH" -> "Marked as published";
            case "DISCREDIT" -> "Source discredited";
            case "PACK" -> "Packet made";
            case "ERASE" -> "Texts erased";
            case "LINK" -> "Linked to the same claim elsewhere";
            case "UNLIKE" -> "Found not to be the same claim";
            case "UNLINK" -> "Link of two claims taken back";
            case "DRAW" -> "Verdicts drawn for audit";
            case "AUDIT_TAKE" -> "Audit taken";
            case "AUDIT_RETURN" -> "Audit given back";
            case "AUDIT" -> "Audited";
            case "FINDING" -> "Finding decided";
            case "KEY" -> "Signing key handed over";
            default -> act;
        };
    }
}
