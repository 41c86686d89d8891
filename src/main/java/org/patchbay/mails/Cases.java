package org.patchbay.mails;

import java.io.InputStream;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.SaidFiles;
import org.patchbay.conversations.AnswerRequest;
import org.patchbay.conversations.Conversations;
import org.patchbay.conversations.MessagePage;
import org.patchbay.conversations.MessageRequest;
import org.patchbay.conversations.MessageView;
import org.patchbay.conversations.PositionRequest;
import org.patchbay.customers.Customers;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.Actor;
import org.patchbay.identity.CustomerBlocks;
import org.patchbay.identity.Organisations;
import org.patchbay.mails.CaseLinks.Linked;
import org.patchbay.shared.limits.RateLimits;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.Rating;
import org.patchbay.tickets.Tickets;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;

/**
 * The one case that a link leads to, and all that its customer may do about it. No request names a case: it is the
 * link's, so no link leads to another.
 */
@ApplicationScoped
class Cases {

    private final CaseLinks links;
    private final Organisations organisations;
    private final Customers customers;
    private final Memberships memberships;
    private final Conversations conversations;
    private final SaidFiles files;
    private final Tickets tickets;
    private final CustomerBlocks blocks;
    private final Transcripts transcripts;
    private final RateLimits limits;
    private final CurrentOrganisation currentOrganisation;

    Cases(
            CaseLinks links,
            Organisations organisations,
            Customers customers,
            Memberships memberships,
            Conversations conversations,
            SaidFiles files,
            Tickets tickets,
            CustomerBlocks blocks,
            Transcripts transcripts,
            RateLimits limits,
            CurrentOrganisation currentOrganisation) {
        this.links = links;
        this.organisations = organisations;
        this.customers = customers;
        this.memberships = memberships;
        this.conversations = conversations;
        this.files = files;
        this.tickets = tickets;
        this.blocks = blocks;
        this.transcripts = transcripts;
        this.limits = limits;
        this.currentOrganisation = currentOrganisation;
    }

    /** A case, and its customer, who acts. */
    private record Case(Linked link, Actor customer) {

        long conversation() {
            return link.conversation();
        }
    }

    CaseView read(String token) {
        return with(token, this::view);
    }

    MessagePage messages(String token, @Nullable Long after, @Nullable Long before, int limit) {
        return with(token, its -> conversations.messages(its.customer(), its.conversation(), after, before, limit));
    }

    /** As from the portal: it may resume or reopen the ticket, or open the next one. */
    MessageView say(String token, MessageRequest message) {
        return with(token, its -> conversations.say(its.customer(), its.conversation(), message));
    }

    /** Chooses a button, or fills in a form. */
    MessageView answer(String token, long number, AnswerRequest answer) {
        return with(token, its -> conversations.answer(its.customer(), its.conversation(), number, answer));
    }

    RestResponse<InputStream> file(String token, long id, HttpServerRequest http) {
        return with(token, its -> files.file(its.customer(), its.conversation(), id, http));
    }

    RestResponse<InputStream> preview(String token, long id, HttpServerRequest http) {
        return with(token, its -> files.preview(its.customer(), its.conversation(), id, http));
    }

    void move(String token, PositionRequest position) {
        with(token, its -> {
            conversations.move(its.customer(), its.conversation(), position);
            return its;
        });
    }

    void mailTranscript(String token) {
        with(token, its -> {
            transcripts.send(its.customer(), its.conversation());
            return its;
        });
    }

    CaseView rate(String token, Rating rating) {
        return with(token, its -> {
            tickets.rate(its.customer(), ticket(its), rating, null);
            return view(its);
        });
    }

    private CaseView view(Case its) {
        return Transactions.joined(() -> new CaseView(
                organisations.nameOf(its.link().organisation()).name(),
                its.conversation(),
                tickets.read(its.customer(), ticket(its)),
                its.link().until()));
    }

    private long ticket(Case its) {
        return conversations.read(its.customer(), its.conversation()).ticketId();
    }

    /** @throws HttpProblem {@code link-expired} for every link that does not lead to a case, whyever */
    private <T> T with(String token, Function<Case, T> work) {
        var link = links.read(token).orElseThrow(Cases::expired);
        limits.check(RateLimits.Kind.ACCOUNT, link.organisation() + "/" + link.conversation());
        organisations.checkOpenToCustomers(link.organisation());
        return currentOrganisation.in(link.organisation(), () -> {
            var customer = Transactions.inNew(() -> customers.acting(link.customer()))
                    .filter(known -> links.isFor(link, known.email()))
                    .orElseThrow(Cases::expired)
                    .actor();
            if (blocks.isBlocked(customer.accountId())) {
                throw ProblemType.BLOCKED.problem().build();
            }
            return CurrentVisibility.of(
                    Transactions.inNew(() -> memberships.visibilityOf(customer)),
                    () -> work.apply(new Case(link, customer)));
        });
    }

    private static HttpProblem expired() {
        return ProblemType.LINK_EXPIRED.because(CaseMailWords.LINK_OVER);
    }
}
