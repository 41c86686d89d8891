package org.patchbay.mails;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Language;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How an organisation writes to its customers, as clients see it. */
@RegisterForReflection
record MailSettingsView(
        @Schema(description = "Whether it writes at all") boolean active,

        @Schema(description = "The occasions on which it writes")
        List<MailKind> kinds,

        @Schema(
                description = "By whom mails are; the organisation's name where absent",
                examples = "Acme Lamps",
                nullable = true)
        @Nullable
        String senderName,

        @Schema(
                description = "Where answers by mail go; to the sender where absent",
                examples = "service@acme.example",
                nullable = true)
        @Nullable
        String replyTo,

        @Schema(description = "After how long an answer in a chat that nobody has read is mailed", examples = "10")
        int unreadAfterMinutes,

        @Schema(description = "How long there is between two such mails about a chat at least", examples = "15")
        int unreadEveryMinutes,

        @Schema(description = "Of mails to customers whose own language is not known")
        Language language,

        @Schema(description = "For every occasion and language, in this order")
        List<TemplateView> templates,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    /** The words of a mail on an occasion, in a language. */
    @RegisterForReflection
    record TemplateView(
            MailKind kind,
            Language language,
            String subject,
            String text,

            @Schema(description = "Whether it differs from ours")
            boolean custom) {}

    static MailSettingsView of(MailSetting setting) {
        return new MailSettingsView(
                setting.active,
                setting.kinds.stream().sorted().toList(),
                setting.senderName,
                setting.replyTo,
                setting.unreadAfterMinutes,
                setting.unreadEveryMinutes,
                setting.language,
                Arrays.stream(MailKind.values())
                        .flatMap(kind ->
                                Arrays.stream(Language.values()).map(language -> template(setting, kind, language)))
                        .toList(),
                setting.version);
    }

    private static TemplateView template(MailSetting setting, MailKind kind, Language language) {
        var template = setting.template(kind, language);
        return new TemplateView(
                kind,
                language,
                template.subject(),
                template.text(),
                !template.equals(MailTemplate.ours(kind, language)));
    }

    /** Those of a request that differ from ours, each once. */
    static List<MailTemplate> custom(List<MailTemplate> templates) {
        return Arrays.stream(MailKind.values())
                .flatMap(kind -> Stream.of(Language.values())
                        .flatMap(language -> templates.stream()
                                .filter(template -> template.isFor(kind, language))
                                .reduce((former, latter) -> latter)
                                .filter(template -> !template.equals(MailTemplate.ours(kind, language)))
                                .stream()))
                .toList();
    }
}
