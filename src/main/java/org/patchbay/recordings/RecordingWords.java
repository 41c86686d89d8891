package org.patchbay.recordings;

import org.patchbay.shared.language.Words;

/** Texts about recordings. */
public enum RecordingWords implements Words {
    NO_RECORDING("There is no recording {0}."),
    NO_SEGMENT("There is no segment {0} in this recording."),
    NO_KEY("Nothing can be recorded: whoever runs Patchbay has to set patchbay.recordings.key."),
    RULED_TWICE("A queue and kind of call have one rule."),
    RULED("A rule for recordings names the queue."),
    NOT_RECORDED("This call is not recorded."),
    NOT_LIVE("The call is not answered, or is over."),
    NOT_TOLD("The customer was not told that the call is recorded."),
    NOT_AGREED("The customer does not agree to be recorded."),
    OTHER_TEXT("The announcement is another one now: read it again."),
    HOLDER_RECORDS("Only the agent who holds the ticket records its call."),
    OVER("The recording is over."),
    PAUSED("The recording is paused."),
    ALL_OF_IT("All of this call is recorded: the recording ends with it."),
    PIECE_MISSING("The next piece of this segment is {0}."),
    PIECE_DIFFERS("Piece {0} of this segment is there already, with other bytes."),
    PIECE_EMPTY("The piece is empty."),
    SEGMENT_COMPLETE("The segment is complete."),
    TOO_LONG("A recording has {0} pieces at most."),
    HELD("The recording is held by law and cannot be deleted."),
    RECORDED_NOW("The recording goes on: it can be deleted when it is over."),
    REASON_NEEDED("Say why the recording is held.");

    private final String english;

    RecordingWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
