package org.patchbay.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;

/** Colleagues who are mentioned in notes. Nobody hears by that of a ticket that they do not see. */
@ApplicationScoped
class Mentions {

    /** In one note. */
    static final int MOST = 20;

    private static final int MOST_COLLEAGUES = 20;
    private static final int MOST_SEARCHED = 200;
    private static final int MOST_UNREAD = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    private final ConversationTickets tickets;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Batches batches;

    Mentions(ConversationTickets tickets, Accounts accounts, Memberships memberships, Batches batches) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.memberships = memberships;
        this.batches = batches;
    }

    /** Those of the staff who see the ticket of a conversation, by their names. */
    @Transactional
    List<ColleagueView> colleagues(Actor actor, long conversation, @Nullable String part) {
        return whoSee(conversation, accounts.staff(part, MOST_SEARCHED)).stream()
                .filter(colleague -> colleague.accountId() != actor.accountId())
                .limit(MOST_COLLEAGUES)
                .map(colleague -> new ColleagueView(colleague.accountId(), colleague.name()))
                .toList();
    }

    /** @throws HttpProblem {@code conflict} where one of them is not of the staff, or does not see the ticket */
    @Transactional
    void check(long conversation, List<Long> mentioned) {
        if (mentioned.isEmpty()) {
            return;
        }
        var left = new HashSet<>(mentioned);
        whoSee(conversation, accounts.staff(mentioned)).forEach(colleague -> left.remove(colleague.accountId()));
        left.stream().findFirst().ifPresent(id -> {
            throw ProblemType.CONFLICT.because(ConversationWords.NO_COLLEAGUE, id);
        });
    }

    private List<Actor> whoSee(long conversation, Collection<Actor> staff) {
        var about = tickets.about(conversation);
        return staff.stream()
                .filter(colleague -> about.isSeenWith(memberships.visibilityOf(colleague)))
                .toList();
    }

    /** The notes that mention somebody, the latest first, as far as they still see their tickets. */
    @Transactional
    Page<MentionView> list(Actor reader, @Nullable String after, int limit) {
        var cursor = after == null ? null : Cursor.decoded(after, 3);
        var page = Page.of(
                MentionRow.before(
                        reader.accountId(),
                        cursor == null ? Times.now() : cursor.instant(0),
                        cursor == null ? Long.MAX_VALUE : cursor.number(1),
                        cursor == null ? Long.MAX_VALUE : cursor.number(2),
                        limit + 1),
                limit,
                Function.<MentionRow>identity(),
                row -> Cursor.at(row.at(), row.conversation(), row.number()));
        return new Page<>(
                page.items().stream()
                        .flatMap(row ->
                                message(reader, row).map(message -> MentionView.of(message, row.read())).stream())
                        .toList(),
                page.next());
    }

    private Optional<MessageView> message(Actor reader, MentionRow row) {
        var seen = tickets.seenOf(row.conversation());
        return seen.isEmpty()
                ? Optional.empty()
                : ConversationRows.message(
                        new ReadableMessages(row.conversation(), seen, Audience.of(reader)), row.number());
    }

    @Transactional
    UnreadMentionsView unread(Actor reader) {
        var rows = MentionRow.unread(reader.accountId(), MOST_UNREAD);
        var seen = tickets.seenAmong(rows.stream().map(MentionRow::conversation).collect(Collectors.toSet()));
        return new UnreadMentionsView((int)
                rows.stream().filter(row -> seen.contains(row.conversation())).count());
    }

    @AwaitedAtShutdown
    @Scheduled(every = "1h", delayed = "1m", identity = "old-mentions", skipExecutionIf = HeldElsewhere.class)
    void forget() {
        Instant before = Times.now().minus(KEPT);
        batches.deleteBefore(before, "mention", "at");
    }
}
