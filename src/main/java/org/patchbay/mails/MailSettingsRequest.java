package org.patchbay.mails;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Language;

/** How an organisation shall write to its customers. */
record MailSettingsRequest(
        @NotNull
        @Schema(description = "Whether it writes at all; from then on, not about what was before", examples = "true")
        Boolean active,

        @NotNull @Size(max = 20) @Schema(description = "The occasions on which it writes")
        List<@NotNull MailKind> kinds,

        @Size(max = 100)
        @Pattern(regexp = "\\P{Cntrl}*")
        @Schema(
                description = "By whom mails are; the organisation's name where absent",
                examples = "Acme Lamps",
                nullable = true)
        @Nullable
        String senderName,

        @Email
        @Size(max = 254)
        @Schema(
                description = "Where answers by mail go; to the sender where absent",
                examples = "service@acme.example",
                nullable = true)
        @Nullable
        String replyTo,

        @NotNull
        @Min(1)
        @Max(1440)
        @Schema(description = "After how long an answer in a chat that nobody has read is mailed", examples = "10")
        Integer unreadAfterMinutes,

        @NotNull
        @Min(1)
        @Max(1440)
        @Schema(description = "How long there is between two such mails about a chat at least", examples = "15")
        Integer unreadEveryMinutes,

        @NotNull @Schema(description = "Of mails to customers whose own language is not known")
        Language language,

        @NotNull
        @Size(max = 50)
        @Schema(description = "Those that differ from ours; the last one holds of two for the same")
        List<@NotNull @Valid MailTemplate> templates) {

    MailSettingsRequest {
        senderName = senderName == null || senderName.isBlank() ? null : senderName.strip();
        replyTo = replyTo == null || replyTo.isBlank() ? null : replyTo.strip();
    }
}
