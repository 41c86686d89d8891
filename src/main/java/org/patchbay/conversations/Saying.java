package org.patchbay.conversations;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.persistence.CommitInDoubt;

/** A message that somebody sends, and its outcome. */
public final class Saying {

    /** The sight of its author, which other threads do not have. */
    private final Supplier<Visibility> visibility = CurrentVisibility.ofThisWork();

    private final Actor actor;
    private final long conversation;
    private final Audience audience;
    private final Message.Words words;
    private @Nullable Message message;
    private @Nullable MessageView answer;
    private @Nullable CommitInDoubt doubt;

    Saying(Actor actor, long conversation, MessageRequest request) {
        this.actor = actor;
        this.conversation = conversation;
        this.audience = request.audience();
        this.words = request.words();
    }

    public Actor actor() {
        return actor;
    }

    public long conversation() {
        return conversation;
    }

    public Audience audience() {
        return audience;
    }

    public Message.Words words() {
        return words;
    }

    /** The visibility of its author, to be looked up in a transaction of the organisation. */
    public Visibility visibility() {
        return visibility.get();
    }

    /** Notes that it was said. */
    public void saidAs(Message appended) {
        message = appended;
    }

    boolean isSaid() {
        return message != null;
    }

    /** After the commit: the message has its number. */
    void committed() {
        if (message != null) {
            answer = message.view();
        }
    }

    /** Tells that nobody knows whether it was committed. */
    void doubt(CommitInDoubt reason) {
        doubt = reason;
    }

    /**
     * Null where it was not said.
     *
     * @throws CommitInDoubt where nobody knows
     */
    @Nullable
    MessageView answer() {
        if (doubt != null) {
            throw doubt;
        }
        return answer;
    }
}
