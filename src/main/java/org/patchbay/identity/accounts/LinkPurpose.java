package org.patchbay.identity.accounts;

import java.time.Duration;

import org.patchbay.shared.Api;
import org.patchbay.shared.language.Language;

import io.quarkus.mailer.Mail;

/** The purpose of a link by mail that sets a password. */
public enum LinkPurpose {
    INVITATION(
            Duration.ofDays(7), "set-password", "/auth/password", MailTexts.INVITATION_SUBJECT, MailTexts.INVITATION),
    FORGOTTEN(Duration.ofHours(1), "set-password", "/auth/password", MailTexts.PASSWORD_SUBJECT, MailTexts.FORGOTTEN),
    SENT_BY_ADMIN(
            Duration.ofDays(1), "set-password", "/auth/password", MailTexts.PASSWORD_SUBJECT, MailTexts.SENT_BY_ADMIN),
    SIGN_UP(Duration.ofDays(1), "welcome", "/auth/sign-up/confirm", MailTexts.SIGN_UP_SUBJECT, MailTexts.SIGN_UP),
    /** Requested by an owner who did not remember the account. */
    SIGN_UP_OF_KNOWN(
            Duration.ofHours(1), "set-password", "/auth/password", MailTexts.KNOWN_SUBJECT, MailTexts.SIGN_UP_OF_KNOWN);

    private final Duration validity;
    private final String page;
    /** The operation that the page calls with the link. */
    private final String path;

    private final MailTexts subject;
    private final MailTexts sentence;

    LinkPurpose(Duration validity, String page, String path, MailTexts subject, MailTexts sentence) {
        this.validity = validity;
        this.page = page;
        this.path = path;
        this.subject = subject;
        this.sentence = sentence;
    }

    public Duration validity() {
        return validity;
    }

    /** The page that it leads to. */
    public String page() {
        return page;
    }

    public Mail mail(Language language, String address, String link) {
        var footer = MailTexts.FOOTER.with(validity.toHours(), Api.PATH + path);
        return Mail.withText(
                address, subject.in(language), sentence.in(language) + "\n\n" + link + "\n\n" + footer.in(language));
    }
}
