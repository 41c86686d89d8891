package org.patchbay.mails;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.replies.KnownPlaceholders;
import org.patchbay.shared.language.Language;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The words of a mail on an occasion, in a language. */
@RegisterForReflection
record MailTemplate(
        @NotNull MailKind kind,
        @NotNull Language language,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "\\P{Cntrl}*")
        @KnownPlaceholders(
                also = {"shop.name"},
                message = "{patchbay.subject-placeholders}")
        @Schema(
                description = "One line; mails of one conversation stay together in mailboxes where all have one"
                        + " subject",
                examples = "Your request [#{ticket.id}]")
        String subject,

        @NotBlank
        @Size(max = 4000)
        @KnownPlaceholders(
                also = {"shop.name", "text", "link"},
                message = "{patchbay.mail-placeholders}")
        @Schema(
                description =
                        "May name {customer.name}, {ticket.id}, {order.number}, {agent.name}, {shop.name}, {text},"
                                + " which is what staff wrote, and {link}, which leads to the case",
                examples = "Hello {customer.name},\n\n{text}\n\n{link}")
        String text) {

    /** The one that holds where an organisation has none of its own. */
    static MailTemplate ours(MailKind kind, Language language) {
        return new MailTemplate(kind, language, Placeholder.in(CaseMailTexts.SUBJECT, language), kind.text(language));
    }

    boolean isFor(MailKind itsKind, Language itsLanguage) {
        return kind == itsKind && language == itsLanguage;
    }
}
