package org.patchbay.identity;

import org.patchbay.shared.Language;

import io.quarkus.mailer.Mail;

/** The texts of mails. A language that lacks one does not compile. */
record MailTexts(String subject, String sentence, String footer) {

    static Mail mail(LinkPurpose purpose, Language language, String address, String link) {
        var words = words(purpose, language);
        var footer = words.footer.formatted(purpose.validity().toHours(), purpose.operation());
        return Mail.withText(address, words.subject, words.sentence + "\n\n" + link + "\n\n" + footer);
    }

    private static MailTexts words(LinkPurpose purpose, Language language) {
        return switch (language) {
            case EN -> english(purpose);
            case DE -> german(purpose);
        };
    }

    private static MailTexts english(LinkPurpose purpose) {
        var footer = """
                The link works once, for %d hours. Without a browser: POST %s with its last part as
                the token and the new password.
                """;
        return switch (purpose) {
            case INVITATION ->
                new MailTexts("Your invitation to Patchbay", "You are invited. Choose a password here:", footer);
            case FORGOTTEN ->
                new MailTexts("Your Patchbay password", "Choose a new password here, or ignore this mail:", footer);
            case SENT_BY_ADMIN ->
                new MailTexts(
                        "Your Patchbay password", "An admin sends you this link. Choose a new password here:", footer);
            case SIGN_UP ->
                new MailTexts(
                        "Your new account",
                        "Somebody makes an account with this address. If it is you, choose a password here; if not,"
                                + " ignore this mail:",
                        footer);
            case SIGN_UP_OF_KNOWN ->
                new MailTexts(
                        "You have an account",
                        "Somebody wants an account with this address, which has one already. Sign in as ever, or"
                                + " choose a new password here:",
                        footer);
        };
    }

    private static MailTexts german(LinkPurpose purpose) {
        var footer = """
                Der Link gilt einmal, %d Stunden lang. Ohne Browser: POST %s mit seinem letzten Teil als
                token und dem neuen password.
                """;
        return switch (purpose) {
            case INVITATION ->
                new MailTexts(
                        "Ihre Einladung zu Patchbay", "Sie sind eingeladen. Wählen Sie hier ein Passwort:", footer);
            case FORGOTTEN ->
                new MailTexts(
                        "Ihr Passwort bei Patchbay",
                        "Wählen Sie hier ein neues Passwort, oder ignorieren Sie diese E-Mail:",
                        footer);
            case SENT_BY_ADMIN ->
                new MailTexts(
                        "Ihr Passwort bei Patchbay",
                        "Ihr Admin schickt Ihnen diesen Link. Wählen Sie hier ein neues Passwort:",
                        footer);
            case SIGN_UP ->
                new MailTexts(
                        "Ihr neues Konto",
                        "Jemand legt ein Konto mit dieser Adresse an. Sind Sie es, so wählen Sie hier ein Passwort;"
                                + " wenn nicht, ignorieren Sie diese E-Mail:",
                        footer);
            case SIGN_UP_OF_KNOWN ->
                new MailTexts(
                        "Sie haben ein Konto",
                        "Jemand möchte ein Konto mit dieser Adresse, die schon eines hat. Melden Sie sich an wie"
                                + " immer, oder wählen Sie hier ein neues Passwort:",
                        footer);
        };
    }
}
