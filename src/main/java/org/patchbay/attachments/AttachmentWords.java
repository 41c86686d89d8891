package org.patchbay.attachments;

import org.patchbay.shared.language.Words;

/** Texts about attachments. */
enum AttachmentWords implements Words {
    NO_ATTACHMENT("There is no attachment {0}."),
    NO_PREVIEW("Attachment {0} has no preview."),
    EMPTY("The file is empty."),
    CUT_OFF("The file was cut off."),
    SEND_BYTES("Send the bytes of the file as the body, and its name as the parameter name."),
    TYPE_REFUSED("By its content the file is {0}, which is not taken here."),
    NO_ROOM("The files of your organisation take all the room there is. Delete some first."),
    TOO_MANY_UNSAID("You have {0} files that no message names. Send or delete some first."),
    TOO_MANY("A message takes {0} files at most."),
    NOT_YOURS("You sent no file {0} that is still to be said."),
    SAID("File {0} was sent with a message before."),
    SAID_MEANWHILE("One of the files was sent with another message meanwhile."),
    MALWARE("Malware was found in file {0}, which was not kept."),
    PREVIEW_TYPE("A preview is a picture of type image/webp, image/jpeg or image/png."),
    PREVIEW_LATE("A preview comes before the file is sent with a message, or within an hour."),
    NOT_THAT_LONG("The file has {0} bytes.");

    private final String english;

    AttachmentWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
