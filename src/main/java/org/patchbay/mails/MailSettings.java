package org.patchbay.mails;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.deliveries.DeliveryFailed;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import static java.util.Objects.requireNonNull;

/** How the current organisation writes to its customers. */
@ApplicationScoped
public class MailSettings {

    private final Accounts accounts;
    private final Organisations organisations;
    private final MailServer server;
    private final CaseLinks links;
    private final Audit audit;
    private final String from;

    MailSettings(
            Accounts accounts,
            Organisations organisations,
            MailServer server,
            CaseLinks links,
            Audit audit,
            MailsConfig config) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.server = server;
        this.links = links;
        this.audit = audit;
        this.from = config.from();
    }

    @Transactional
    MailSettingsView read() {
        return MailSettingsView.of(MailSetting.current());
    }

    /** Works for what happens from now on. */
    @Transactional
    MailSettingsView set(MailSettingsRequest request, @Nullable String ifMatch) {
        var before = read();
        EntityTags.check(ifMatch, before.version());
        var setting = MailSetting.ofOrganisation().orElseGet(MailSetting::create);
        boolean begins = request.active() && !setting.active;
        setting.active = request.active();
        setting.kinds = Set.copyOf(request.kinds());
        setting.senderName = request.senderName();
        setting.replyTo = request.replyTo();
        setting.unreadAfterMinutes = request.unreadAfterMinutes();
        setting.unreadEveryMinutes = request.unreadEveryMinutes();
        setting.language = request.language();
        setting.templates = MailSettingsView.custom(request.templates());
        setting.persistAndFlush();
        if (begins) {
            MailSetting.beginNow();
        }
        var after = MailSettingsView.of(setting);
        if (!after.equals(before)) {
            audit.record(Action.MAIL_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }

    /** Has the organisation write on all occasions in our words, unless it said how it writes. */
    @Transactional
    public void activateByDefault() {
        if (MailSetting.ofOrganisation().isEmpty()) {
            var setting = MailSetting.create();
            setting.active = true;
            setting.persistAndFlush();
            MailSetting.beginNow();
        }
    }

    /** A mail by this template, with sample values. */
    Letter preview(MailTemplate template) {
        var language = template.language();
        return Letter.of(
                template,
                Map.of(
                        Placeholder.CUSTOMER_NAME, CaseMailWords.SAMPLE_NAME.in(language),
                        Placeholder.TICKET_ID, "4711",
                        Placeholder.ORDER_NUMBER, "A-4711",
                        Placeholder.AGENT_NAME, CaseMailWords.SAMPLE_AGENT.in(language),
                        Placeholder.SHOP_NAME, sender(),
                        Placeholder.TEXT,
                                template.kind() == MailKind.RECEIVED ? "" : CaseMailWords.SAMPLE_TEXT.in(language),
                        Placeholder.LINK, links.sample()));
    }

    private String sender() {
        return Transactions.joined(() -> MailSetting.current().sender(organisations));
    }

    /**
     * Sends a preview to the actor.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where they have no address, or the mail
     *     server does not take it
     */
    void test(Actor actor, MailTemplate template) {
        var address = accounts.emailOf(actor.accountId())
                .orElseThrow(() -> ProblemType.CONFLICT.because(CaseMailWords.NO_ADDRESS));
        var letter = preview(template);
        var mail = Sender.mail(letter, address, sender(), from)
                .addHeader("Auto-Submitted", template.kind().autoSubmitted());
        try {
            server.send(mail);
        } catch (DeliveryFailed e) {
            throw ProblemType.CONFLICT.because(CaseMailWords.NOT_TAKEN, requireNonNull(e.getMessage()));
        }
    }
}
