package org.patchbay.recordings.settings;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.calls.CallKind;
import org.patchbay.chats.Phrase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which calls are recorded. */
@RegisterForReflection
public record RecordingSettingView(
        @Schema(description = "The first one that fits a call decides; where none does, it is not recorded")
        List<RecordingRule> rules,

        Phrase announcement,
        Consent consent,
        @Schema(examples = "90") int retentionDays,
        boolean agentsMayListen,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    private static final int USUAL_DAYS = 90;

    static final RecordingSettingView NONE = new RecordingSettingView(
            List.of(),
            new Phrase("This call is recorded.", "Dieses Gespräch wird aufgezeichnet."),
            Consent.ASK,
            USUAL_DAYS,
            false,
            0);

    static RecordingSettingView ofOrganisation() {
        return RecordingSetting.ofOrganisation()
                .map(setting -> new RecordingSettingView(
                        setting.rules,
                        setting.announcement,
                        setting.consent,
                        setting.retentionDays,
                        setting.agentsMayListen,
                        setting.version))
                .orElse(NONE);
    }

    /** The rule for calls of a queue and kind. */
    public Ruling of(long queue, CallKind kind) {
        return rules.stream()
                .filter(rule -> rule.fits(queue, kind))
                .findFirst()
                .map(rule ->
                        new Ruling(rule.mode(), rule.retentionDays() == null ? retentionDays : rule.retentionDays()))
                .orElse(new Ruling(RecordingMode.NEVER, retentionDays));
    }

    /** Whether a call is recorded, and how long that is kept. */
    public record Ruling(RecordingMode mode, int retentionDays) {}
}
