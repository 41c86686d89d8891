package org.patchbay.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.LiveCalls;
import org.patchbay.identity.Actor;
import org.patchbay.recordings.RecordedCalls;
import org.patchbay.shared.paging.Page;

/** The calls on the board. */
@ApplicationScoped
class CallBoard {

    private final LiveCalls calls;
    private final RecordedCalls recordings;

    CallBoard(LiveCalls calls, RecordedCalls recordings) {
        this.calls = calls;
        this.recordings = recordings;
    }

    @Transactional
    Page<CallOnFloor> list(Actor actor, @Nullable String after, int limit) {
        var page = calls.list(actor, after, limit);
        var recorded = recordings.recordedNow(
                page.items().stream().map(live -> live.call().id()).toList());
        return new Page<>(
                page.items().stream()
                        .map(live -> new CallOnFloor(
                                live.call(),
                                live.queueId(),
                                live.agentId(),
                                recorded.contains(live.call().id())))
                        .toList(),
                page.next());
    }
}
