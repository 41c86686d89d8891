package org.patchbay.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jspecify.annotations.Nullable;
import org.patchbay.activity.ActivityNews;
import org.patchbay.calls.CallNews;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.TokenHolder;
import org.patchbay.identity.TokenHolders;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.BuiltPages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

import static java.util.Objects.requireNonNull;

/** All subscriptions on this replica. */
@ApplicationScoped
class Subscriptions {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Map<Long, OrganisationSubscribers> subscribers = new ConcurrentHashMap<>();
    private final FeedStore store;
    private final FeedConfig config;
    private final FeedMetrics metrics;
    private final TokenHolders holders;
    private final Memberships memberships;
    private final CurrentOrganisation currentOrganisation;
    private final ObjectMapper json;
    private final WakeUp wakeUp;
    private final @Nullable String pagesVersion;
    private volatile boolean leaving;

    Subscriptions(
            FeedStore store,
            FeedConfig config,
            FeedMetrics metrics,
            TokenHolders holders,
            Memberships memberships,
            CurrentOrganisation currentOrganisation,
            ObjectMapper json,
            WakeUp wakeUp,
            BuiltPages pages) {
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.holders = holders;
        this.memberships = memberships;
        this.currentOrganisation = currentOrganisation;
        this.json = json;
        this.wakeUp = wakeUp;
        pagesVersion = pages.version().orElse(null);
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-requests} where the account has as many
     *     connections as it may
     */
    void checkRoomFor(TokenHolder holder) {
        long account = holder.actor().accountId();
        long open = room(holder).subscriptions().stream()
                .filter(subscription -> subscription.holder().actor().accountId() == account && !subscription.isGone())
                .count();
        if (open >= config.perAccount()) {
            throw ProblemType.TOO_MANY_REQUESTS.because(FeedWords.TOO_MANY, open);
        }
    }

    /**
     * Adds a subscription of a token's holder whom the caller has admitted.
     *
     * @param after the last number heard; null to begin now
     */
    Subscription join(TokenHolder holder, FeedConnection connection, @Nullable Long after) {
        long asOf = System.nanoTime();
        var visibility =
                currentOrganisation.in(holder.actor().organisationId(), () -> memberships.visibilityOf(holder.actor()));
        var subscription = new Subscription(holder, visibility, connection, after);
        subscription.sees(visibility, asOf);
        room(holder).subscriptions().add(subscription);
        metrics.joined();
        if (leaving) {
            subscription.end(FeedConnection.End.GOING_AWAY);
        }
        wakeUp.ring();
        return subscription;
    }

    private OrganisationSubscribers room(TokenHolder holder) {
        return subscribers.computeIfAbsent(
                holder.actor().organisationId(),
                organisation ->
                        new OrganisationSubscribers(new RecentEvents(organisation, store, this::text, pagesVersion)));
    }

    /** Keeps news for those on this replica who have the conversation before them. */
    void onActivity(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActivityNews news) {
        if (!news.present().isEmpty()) {
            tell(news.organisationId(), () -> ActivityLine.of(news, this::text));
        }
    }

    void onCall(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallNews news) {
        tell(news.organisationId(), () -> CallLine.of(news, this::text));
    }

    private void tell(long organisation, Supplier<LiveNews> news) {
        var here = subscribers.get(organisation);
        if (here != null && !here.subscriptions().isEmpty()) {
            here.liveNews().add(news.get());
            wakeUp.ring();
        }
    }

    private String text(FeedMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether there is more to tell now */
    boolean serve() {
        var occupied = new HashMap<Long, OrganisationSubscribers>();
        subscribers.forEach((organisation, subscribers) -> {
            if (subscribers.subscriptions().isEmpty()) {
                subscribers.events().forget();
                subscribers.liveNews().clear();
            } else {
                occupied.put(organisation, subscribers);
            }
        });
        if (occupied.isEmpty()) {
            return false;
        }
        var lastNumbers = store.lastNumbers(occupied.keySet());
        var now = Times.now();
        boolean more = false;
        for (var subscribers : occupied.entrySet()) {
            more |= serve(subscribers.getValue(), lastNumbers.getOrDefault(subscribers.getKey(), 0L), now);
        }
        return more;
    }

    private boolean serve(OrganisationSubscribers subscribers, long last, Instant now) {
        for (var event : subscribers.events().readUpTo(last)) {
            metrics.told(Duration.between(event.at(), now));
        }
        boolean more = false;
        var liveNews = subscribers.takeLiveNews();
        for (var subscription : subscribers.subscriptions()) {
            subscription.endIfOver(now, config);
            if (subscription.isGone()) {
                subscribers.subscriptions().remove(subscription);
                metrics.left();
            } else {
                more |= subscription.serve(subscribers.events(), config);
                subscription.tellLive(liveNews, config);
                subscription.beatIfSilent(HEARTBEAT);
            }
        }
        return more;
    }

    /** Reviews visibility and admission of all subscriptions. */
    void review() {
        subscribers.forEach((organisation, subscribers) -> {
            var present = List.copyOf(subscribers.subscriptions());
            if (!present.isEmpty()) {
                try {
                    currentOrganisation.in(organisation, () -> review(present));
                } catch (RuntimeException e) {
                    // These subscriptions are told nothing until the review works again.
                    Log.warnf(e, "Subscriptions of organisation %d could not be reviewed", organisation);
                }
            }
        });
    }

    private void review(Collection<Subscription> present) {
        long asOf = System.nanoTime();
        var refused = holders.refused(
                present.stream().map(Subscription::holder).distinct().toList());
        var visibilities = memberships.visibilitiesOf(present.stream()
                .map(subscription -> subscription.holder().actor())
                .collect(Collectors.toSet()));
        for (var subscription : present) {
            var why = refused.get(subscription.holder());
            if (why == null) {
                subscription.sees(
                        requireNonNull(visibilities.get(subscription.holder().actor())), asOf);
            } else {
                subscription.end(
                        why == ProblemType.ORGANISATION_SUSPENDED
                                ? FeedConnection.End.SUSPENDED
                                : FeedConnection.End.SIGNED_OUT);
            }
        }
    }

    /** The token holders of all subscriptions, of all organisations. */
    List<TokenHolder> present() {
        return subscribers.values().stream()
                .flatMap(subscribers -> subscribers.subscriptions().stream())
                .map(Subscription::holder)
                .toList();
    }

    /** Runs before others wait for work under way: clients are sent to another replica. */
    void leave(@Observes @Priority(0) ShutdownDelayInitiatedEvent event) {
        leaving = true;
        subscribers.values().forEach(subscribers -> subscribers
                .subscriptions()
                .forEach(subscription -> subscription.end(FeedConnection.End.GOING_AWAY)));
    }
}
