package org.claimdesk.evidence.capture;

/** How far a capture is. */
public enum CaptureState {
    /** It has not begun, or is tried again when it is due. */
    WAITING,
    /** It is being fetched. */
    RUNNING,
    /** It is kept. */
    DONE,
    /** It was tried as often as makes sense, and there is nothing. */
    FAILED;

    public boolean finished() {
        return this == DONE || this == FAILED;
    }
}
