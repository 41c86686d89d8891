package org.patchbay.feed;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallNews;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;

/** News of a call, for those who are in it. */
record CallLine(CallNews news, String text) implements LiveNews {

    static CallLine of(CallNews news, Function<FeedMessage, String> json) {
        return new CallLine(news, json.apply(FeedMessage.call(news.ticketId(), news.callId())));
    }

    @Override
    public String type() {
        return FeedMessage.CALL;
    }

    @Override
    public @Nullable String textFor(Actor listener, Visibility visibility) {
        return news.accounts().contains(listener.accountId()) ? text : null;
    }
}
