package org.patchbay.recordings;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The calls that are recorded, as features above know them. */
@ApplicationScoped
public class RecordedCalls {

    /** Those of these calls that are recorded just now: not while it pauses. */
    @Transactional
    public Set<Long> recordedNow(Collection<Long> calls) {
        return Recording.liveOf(calls).stream()
                .filter(recording -> Pause.now(recording.id).isEmpty())
                .map(recording -> recording.callId)
                .collect(Collectors.toSet());
    }
}
