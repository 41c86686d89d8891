package org.patchbay.conversations;

import java.util.Collection;
import java.util.Set;

import org.patchbay.identity.Actor;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * The messages of a conversation that somebody may read: about these tickets, and for these audiences.
 *
 * @param tickets those of its tickets that they see
 * @param audiences what is said to these
 */
record ReadableMessages(long conversationId, Collection<Long> tickets, Set<Audience> audiences) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where they see none of its tickets */
    static ReadableMessages of(Actor actor, long conversation, Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            throw ProblemType.NOT_FOUND.because(ConversationWords.NO_CONVERSATION, conversation);
        }
        return new ReadableMessages(conversation, tickets, Audience.of(actor));
    }

    NativeSql query(String sql) {
        return NativeSql.of(sql)
                .set("conversation", conversationId)
                .set("tickets", tickets)
                .set("audiences", audiences.stream().map(Audience::name).toList());
    }
}
