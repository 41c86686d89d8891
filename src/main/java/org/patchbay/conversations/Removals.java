package org.patchbay.conversations;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Takes words and files out of messages, whose authors and times stay. */
@ApplicationScoped
class Removals {

    private final ConversationTickets tickets;
    private final Attachments attachments;
    private final Audit audit;
    private final ConversationsConfig config;

    Removals(ConversationTickets tickets, Attachments attachments, Audit audit, ConversationsConfig config) {
        this.tickets = tickets;
        this.attachments = attachments;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Takes the words and files out of a message, or one file.
     *
     * @param attachment the file; null for all of the message
     * @throws HttpProblem {@code not-found}; {@code forbidden} where the actor neither wrote it lately nor steers
     */
    @Transactional
    void remove(Actor actor, long conversation, long number, @Nullable Long attachment) {
        var message = ConversationRows.message(
                        ReadableMessages.of(actor, conversation, tickets.seenOf(conversation)), number)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ConversationWords.NO_MESSAGE, number));
        checkMayRemove(actor, message);
        tickets.lockSeen(message.ticketId());
        if (isRemoved(message, attachment)) {
            tickets.removed(actor, new Removal(message, ConversationRows.eventOf(conversation, number), attachment));
            audit.record(
                    Action.MESSAGE_REMOVED,
                    message.ticketId(),
                    null,
                    new RemovedMessage(conversation, number, message.author().id(), attachment));
        }
    }

    private boolean isRemoved(MessageView message, @Nullable Long attachment) {
        long conversation = message.conversationId();
        long number = message.number();
        if (attachment == null) {
            attachments.erase(Map.of(conversation, Set.of(number)));
            return ConversationRows.removeText(conversation, number);
        }
        if (!attachments.remove(attachment, conversation, number)) {
            throw ProblemType.NOT_FOUND.because(ConversationWords.NO_FILE, attachment);
        }
        ConversationRows.fileRemoved(conversation, number);
        return true;
    }

    private void checkMayRemove(Actor actor, MessageView message) {
        var until = message.at().plus(config.removableFor());
        boolean lately =
                message.author().id() == actor.accountId() && Times.now().isBefore(until);
        if (!lately && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(
                    ConversationWords.REMOVABLE, config.removableFor().toMinutes());
        }
    }

    /** The removal as the audit log tells it. */
    @RegisterForReflection
    record RemovedMessage(
            long conversationId,
            long number,
            long authorId,
            @Nullable Long attachmentId) {}
}
