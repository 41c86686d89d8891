package org.patchbay.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.calls.KnownCalls;
import org.patchbay.calls.KnownCalls.KnownCall;
import org.patchbay.identity.Actor;
import org.patchbay.recordings.settings.Consent;
import org.patchbay.recordings.settings.RecordingMode;
import org.patchbay.recordings.settings.RecordingSettingView.Ruling;
import org.patchbay.recordings.settings.RecordingSettings;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Tells customers that their call is recorded, and keeps what they answered. */
@ApplicationScoped
class Notices {

    private final KnownCalls calls;
    private final RecordingSettings settings;

    Notices(KnownCalls calls, RecordingSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Transactional
    NoticeView read(long callId) {
        return view(calls.read(callId));
    }

    private NoticeView view(KnownCall call) {
        var setting = settings.current();
        var notice = Notice.of(call.id());
        var live = Recording.liveOf(call.id());
        var pause = live.flatMap(recording -> Pause.now(recording.id));
        return new NoticeView(
                ruling(call).mode(),
                setting.consent(),
                setting.announcement().in(Language.ofReader()),
                setting.version(),
                notice.map(each -> each.agreed).orElse(null),
                notice.map(each -> each.answeredAt).orElse(null),
                live.isPresent() && pause.isEmpty(),
                pause.isPresent(),
                pause.map(each -> each.endsAt).orElse(null));
    }

    /**
     * Keeps the answer of a call's customer, with the text that they saw. The last one holds, for what is not recorded
     * yet.
     *
     * @throws HttpProblem {@code not-found}; {@code conflict} where the call is over or the text is another one now
     */
    @Transactional
    NoticeView answer(Actor customer, long callId, NoticeRequest request) {
        var call = calls.lock(callId);
        if (!call.isLive()) {
            throw ProblemType.CONFLICT.because(RecordingWords.NOT_LIVE);
        }
        var setting = settings.current();
        if (setting.version() != request.version()) {
            throw ProblemType.CONFLICT.because(RecordingWords.OTHER_TEXT);
        }
        var notice = Notice.of(callId).orElseGet(Notice::new);
        notice.callId = callId;
        notice.accountId = customer.accountId();
        notice.consent = setting.consent();
        notice.agreed = request.agreed();
        notice.announcement = setting.announcement();
        notice.version = setting.version();
        notice.answeredAt = Times.now();
        notice.persistAndFlush();
        calls.tellAll(callId);
        return view(call);
    }

    /** @throws HttpProblem {@code conflict} where a call must not be recorded */
    Ruling checkMayBeRecorded(KnownCall call) {
        var ruling = ruling(call);
        if (ruling.mode() == RecordingMode.NEVER) {
            throw ProblemType.CONFLICT.because(RecordingWords.NOT_RECORDED);
        }
        var notice = Notice.of(call.id()).orElseThrow(() -> ProblemType.CONFLICT.because(RecordingWords.NOT_TOLD));
        if (settings.current().consent() == Consent.ASK && !notice.agreed) {
            throw ProblemType.CONFLICT.because(RecordingWords.NOT_AGREED);
        }
        return ruling;
    }

    Ruling ruling(KnownCall call) {
        return settings.current().of(call.ticket().queueId(), call.kind());
    }
}
