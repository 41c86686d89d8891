package org.patchbay.drafts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.AttachmentView;
import org.patchbay.attachments.Attachments;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tickets.TicketTexts;
import org.patchbay.tickets.Tickets;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;

/** The drafts of people. Each is its author's alone, whatever becomes of the ticket. */
@ApplicationScoped
class Drafts implements TicketTexts {

    /** Of one account. */
    static final int MOST = 200;

    private static final Duration KEPT = Duration.ofDays(30);

    private final Tickets tickets;
    private final Attachments attachments;
    private final Batches batches;

    Drafts(Tickets tickets, Attachments attachments, Batches batches) {
        this.tickets = tickets;
        this.attachments = attachments;
        this.batches = batches;
    }

    /** One's own, also of tickets that one does not see any more. */
    @Transactional
    Page<DraftView> list(Actor author, @Nullable Long ticket, @Nullable String after, int limit) {
        if (ticket != null) {
            return new Page<>(views(author, DraftRow.ofTicket(author.accountId(), ticket)), null);
        }
        var cursor = after == null ? null : Cursor.decoded(after, 2);
        var page = Page.of(
                DraftRow.page(
                        author.accountId(),
                        cursor == null ? 0 : cursor.number(0),
                        cursor == null ? "" : cursor.keys().get(1),
                        limit + 1),
                limit,
                Function.<DraftRow>identity(),
                row -> Cursor.at(row.ticketId(), row.kind()));
        return new Page<>(views(author, page.items()), page.next());
    }

    /**
     * Keeps a draft.
     *
     * @param ifMatch the version that it replaces; 0 where there was none
     * @throws HttpProblem {@code not-found} where the author sees no such ticket, {@code version-mismatch},
     *     {@code conflict} where there are too many
     */
    @Transactional
    DraftView keep(Actor author, long ticket, String kind, DraftRequest draft, @Nullable String ifMatch) {
        tickets.check(ticket);
        long account = author.accountId();
        var before = DraftRow.locked(account, ticket, kind);
        EntityTags.check(ifMatch, before.map(DraftRow::version).orElse(0));
        if (before.isPresent()) {
            DraftRow.update(account, ticket, kind, draft, before.get().version() + 1);
        } else {
            insert(account, ticket, kind, draft);
        }
        return views(author, DraftRow.locked(account, ticket, kind).stream().toList())
                .getFirst();
    }

    /** Its version begins anywhere: one that was deleted is not taken for the next. */
    private static void insert(long account, long ticket, String kind, DraftRequest draft) {
        if (DraftRow.countOf(account) >= MOST) {
            throw ProblemType.CONFLICT.because(DraftWords.TOO_MANY, MOST);
        }
        int version = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE / 2);
        if (!DraftRow.insert(account, ticket, kind, draft, version)) {
            throw ProblemType.VERSION_MISMATCH.because(CommonWords.VERSION, '"' + "0" + '"');
        }
    }

    @Transactional
    void delete(Actor author, long ticket, String kind, @Nullable String ifMatch) {
        var draft = DraftRow.locked(author.accountId(), ticket, kind)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(DraftWords.NO_DRAFT));
        EntityTags.check(ifMatch, draft.version());
        DraftRow.delete(author.accountId(), ticket, kind);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void eraseOf(long ticketId) {
        DraftRow.deleteOfTicket(ticketId);
    }

    @AwaitedAtShutdown
    @Scheduled(every = "1h", delayed = "1m", identity = "old-drafts", skipExecutionIf = HeldElsewhere.class)
    void forget() {
        batches.deleteBefore(Times.now().minus(KEPT), "draft", "changed_at");
    }

    private List<DraftView> views(Actor author, List<DraftRow> rows) {
        var ids = rows.stream().flatMap(row -> row.attachmentIds().stream()).toList();
        var files = attachments.unsaid(author, ids).stream()
                .collect(Collectors.toMap(AttachmentView::id, Function.identity()));
        return rows.stream().map(row -> DraftView.of(row, files)).toList();
    }
}
