package org.patchbay.attachments;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNull;

/** The files that go with messages, for the feature that keeps the messages. */
@ApplicationScoped
public class Attachments {

    /** The most files of one message. */
    public static final int MOST = 15;

    Attachments() {}

    /**
     * Checks that somebody may say these files with a message.
     *
     * @throws HttpProblem {@code conflict} where one is not theirs or was said before, {@code file-infected}, or
     *     {@code validation-failed} where they are too many
     */
    @Transactional
    public void check(Actor uploader, List<Long> ids) {
        var distinct = new HashSet<>(ids);
        if (distinct.size() > MOST) {
            throw ProblemType.VALIDATION_FAILED.because(AttachmentWords.TOO_MANY, MOST);
        }
        if (distinct.isEmpty()) {
            return;
        }
        var known = Attachment.known(distinct).stream().collect(Collectors.toMap(file -> file.id, Function.identity()));
        ids.forEach(id -> check(uploader, id, known.get(id)));
    }

    private static void check(Actor uploader, long id, @Nullable Attachment file) {
        if (file == null || file.uploaderId != uploader.accountId()) {
            throw ProblemType.CONFLICT.because(AttachmentWords.NOT_YOURS, id);
        }
        if (file.isSaid()) {
            throw ProblemType.CONFLICT.because(AttachmentWords.SAID, id);
        }
        if (file.isInfected()) {
            throw ProblemType.FILE_INFECTED.because(AttachmentWords.MALWARE, id);
        }
    }

    /**
     * Joins checked files to a message, for good, in the transaction that says the message.
     *
     * @throws HttpProblem {@code conflict} where one was said with another meanwhile, or removed
     */
    public static void said(List<Long> ids, long conversationId, long messageNumber) {
        var distinct = new HashSet<>(ids);
        if (!distinct.isEmpty() && Attachment.say(distinct, conversationId, messageNumber) != distinct.size()) {
            throw ProblemType.CONFLICT.because(AttachmentWords.SAID_MEANWHILE);
        }
    }

    /** The files of messages by their numbers, in the order in which they came in; only of messages that have some. */
    @Transactional
    public Map<Long, List<AttachmentView>> ofMessages(long conversationId, Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : Attachment.ofMessages(conversationId, numbers).stream()
                        .collect(Collectors.groupingBy(
                                file -> file.messageNumber,
                                TreeMap::new,
                                Collectors.mapping(AttachmentView::of, Collectors.toList())));
    }

    /** Those of these files that somebody sent, and that no message names yet. */
    @Transactional
    public List<AttachmentView> unsaid(Actor uploader, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : Attachment.known(ids).stream()
                        .filter(file -> file.uploaderId == uploader.accountId() && !file.isSaid())
                        .map(AttachmentView::of)
                        .toList();
    }

    /**
     * Removes the files of messages, in the transaction that erases these. Their bytes are deleted after its commit,
     * soon; a crash between the two only delays that.
     *
     * @param messages their numbers, by their conversations
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Map<Long, Set<Long>> messages) {
        if (!messages.isEmpty()) {
            Attachment.remove(Attachment.ofConversations(messages.keySet()).stream()
                    .filter(file ->
                            requireNonNull(messages.get(file.conversationId)).contains(file.messageNumber))
                    .map(file -> file.id)
                    .toList());
        }
    }

    /**
     * Removes a file of a message in the same way.
     *
     * @return false where the message has no such file
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean remove(long id, long conversationId, long messageNumber) {
        var file = Attachment.locked(id)
                .filter(found -> Objects.equals(found.conversationId, conversationId)
                        && Objects.equals(found.messageNumber, messageNumber));
        Attachment.remove(file.stream().map(found -> found.id).toList());
        return file.isPresent();
    }

    /** Removes in the same way the files that an account sent, and that no message names. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void eraseUnsaid(long uploader) {
        Attachment.remove(Attachment.unsaidOf(uploader));
    }
}
