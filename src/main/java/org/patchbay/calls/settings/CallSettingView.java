package org.patchbay.calls.settings;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.calls.CallKind;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How calls are. */
@RegisterForReflection
public record CallSettingView(
        @Schema(description = "Whether people call one another by voice", examples = "true")
        boolean voice,

        @Schema(description = "Whether people call one another by video", examples = "true")
        boolean video,

        @Schema(description = "Whether agents see who listens to their call, or whispers", examples = "false")
        boolean listenersShown,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    private static final CallSettingView NONE = new CallSettingView(true, true, false, 0);

    /** The kinds of calls that are begun. */
    public List<CallKind> kinds() {
        return Stream.of(CallKind.values()).filter(this::has).toList();
    }

    public boolean has(CallKind kind) {
        return switch (kind) {
            case VOICE -> voice;
            case VIDEO -> video;
        };
    }

    /** The setting of now. */
    public static CallSettingView ofOrganisation() {
        return CallSetting.ofOrganisation()
                .map(setting ->
                        new CallSettingView(setting.voice, setting.video, setting.listenersShown, setting.version))
                .orElse(NONE);
    }
}
