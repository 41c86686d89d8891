package org.patchbay.feed;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.patchbay.activity.ActivityNews;
import org.patchbay.activity.ActivityView;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;

/**
 * News of those who look at conversations, and the texts that tell of it.
 *
 * @param forStaff null where staff is not told
 * @param forCustomers null where customers are not told
 */
record ActivityLine(
        ActivityNews news,
        String type,
        @Nullable String forStaff,
        @Nullable String forCustomers) implements LiveNews {

    static ActivityLine of(ActivityNews news, Function<FeedMessage, String> json) {
        if (news.isOfPosition()) {
            var text = json.apply(FeedMessage.live(FeedMessage.POSITION, news.conversationId(), null));
            return new ActivityLine(news, FeedMessage.POSITION, text, text);
        }
        return new ActivityLine(
                news, FeedMessage.ACTIVITY, text(news, news.forStaff(), json), text(news, news.forCustomers(), json));
    }

    private static @Nullable String text(
            ActivityNews news, @Nullable ActivityView activity, Function<FeedMessage, String> json) {
        return activity == null
                ? null
                : json.apply(FeedMessage.live(FeedMessage.ACTIVITY, news.conversationId(), activity));
    }

    @Override
    public @Nullable String textFor(Actor listener, Visibility visibility) {
        var about = news.about();
        boolean told = news.present().contains(listener.accountId())
                && visibility.includesTicket(about.customerId(), about.groupId(), about.agentId());
        if (!told) {
            return null;
        }
        return listener.isOnlyCustomer() ? forCustomers : forStaff;
    }
}
