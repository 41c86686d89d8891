package org.patchbay.mails;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.AttachmentView;
import org.patchbay.conversations.Conversations;
import org.patchbay.conversations.MessageView;
import org.patchbay.customers.CustomerView;
import org.patchbay.customers.Customers;
import org.patchbay.deliveries.Delivery;
import org.patchbay.deliveries.DeliveryFailed;
import org.patchbay.deliveries.DeliveryHandler;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;

import io.quarkus.mailer.Mail;

import static java.util.Objects.requireNonNull;

/** Writes mails to customers about their cases, one conversation a lane. */
@ApplicationScoped
class CaseMails implements DeliveryHandler {

    static final String KIND = "MAIL";

    private static final int MOST_MESSAGES = 200;
    private static final int TOKEN_LETTERS = 22;

    private final Conversations conversations;
    private final Customers customers;
    private final Organisations organisations;
    private final SecretEncryption secrets;
    private final CaseLinks links;
    private final MailServer server;
    private final String from;

    CaseMails(
            Conversations conversations,
            Customers customers,
            Organisations organisations,
            SecretEncryption secrets,
            CaseLinks links,
            MailServer server,
            MailsConfig config) {
        this.conversations = conversations;
        this.customers = customers;
        this.organisations = organisations;
        this.secrets = secrets;
        this.links = links;
        this.server = server;
        this.from = config.from();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A mail with its place in the conversation. */
    private record Written(Mail mail, long conversation, String messageId, long toldUpTo) {}

    /**
     * Sends it, unless the customer has no address, the house does not write on this occasion any more, or there is
     * nothing to be told that they do not know.
     */
    @Override
    public Runnable deliver(Delivery delivery) throws DeliveryFailed {
        var due = MailDue.of(delivery.payload());
        var written = Transactions.inNew(() -> write(due, delivery.id()));
        if (written.isEmpty()) {
            return () -> {};
        }
        var mail = written.get();
        server.send(mail.mail());
        return () -> MailThread.sent(
                mail.conversation(), delivery.id(), due.kind(), mail.messageId(), mail.toldUpTo(), Times.now());
    }

    private Optional<Written> write(MailDue due, long delivery) {
        var setting = MailSetting.current();
        var ticket = Ticket.<Ticket>findByIdOptional(due.ticket());
        if (ticket.isEmpty() || !due.wished() && !setting.writes(due.kind())) {
            return Optional.empty();
        }
        var customer = customers.read(ticket.get().customerId());
        if (customer.email() == null || customer.erasedAt() != null) {
            return Optional.empty();
        }
        long conversation = ticket.get().conversationId();
        var thread = MailThread.of(conversation);
        long known = Math.max(thread.toldUpTo(), conversations.readByCustomer(conversation));
        var told = due.kind() == MailKind.TRANSCRIPT
                ? conversations.toldCustomer(conversation, MOST_MESSAGES)
                : conversations.answersAfter(conversation, known, MOST_MESSAGES);
        if (told.isEmpty() && due.kind().needsWords()) {
            return Optional.empty();
        }
        long toldUpTo = told.isEmpty() ? 0 : told.getLast().number();
        var letter = letter(setting, due.kind(), ticket.get(), customer, told);
        var messageId = messageId(conversation, delivery, toldUpTo);
        return Optional.of(new Written(
                mail(setting, due.kind(), customer, letter, messageId, thread),
                conversation,
                messageId,
                due.kind() == MailKind.RECEIVED ? 0 : toldUpTo));
    }

    private Letter letter(
            MailSetting setting, MailKind kind, Ticket ticket, CustomerView customer, List<MessageView> told) {
        var language = customer.language() == null ? setting.language : Language.of(customer.language());
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        values.put(Placeholder.CUSTOMER_NAME, customer.name());
        values.put(Placeholder.TICKET_ID, Long.toString(ticket.id()));
        values.put(Placeholder.ORDER_NUMBER, orEmpty(ticket.orderNumber()));
        values.put(
                Placeholder.AGENT_NAME,
                told.isEmpty() ? "" : orEmpty(told.getLast().author().name()));
        values.put(Placeholder.SHOP_NAME, setting.sender(organisations));
        values.put(
                Placeholder.TEXT,
                told.stream()
                        .map(message -> (kind == MailKind.TRANSCRIPT ? heading(message, language) + "\n" : "")
                                + said(message, language))
                        .collect(Collectors.joining("\n\n")));
        values.put(Placeholder.LINK, links.to(ticket.conversationId(), customer));
        return Letter.of(setting.template(kind, language), values);
    }

    private String heading(MessageView message, Language language) {
        var author = message.author();
        var name = author.customer() ? CaseMailTexts.YOU.in(language) : author.name();
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language.tag()))
                .withZone(organisations.timeZone())
                .format(message.at());
        return CaseMailTexts.SAID
                .with(name == null ? CaseMailTexts.STAFF.with() : name, time)
                .in(language);
    }

    private static String said(MessageView answer, Language language) {
        var files = answer.attachments().stream().map(AttachmentView::name).collect(Collectors.joining(", "));
        return Stream.of(
                        orEmpty(answer.inWords()).strip(),
                        files.isEmpty() ? "" : CaseMailTexts.FILES.with(files).in(language))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Mail mail(
            MailSetting setting,
            MailKind kind,
            CustomerView customer,
            Letter letter,
            String messageId,
            MailThread thread) {
        var mail = Sender.mail(letter, requireNonNull(customer.email()), setting.sender(organisations), from)
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", kind.autoSubmitted())
                .addHeader("X-Auto-Response-Suppress", "All");
        if (setting.replyTo != null) {
            mail.addReplyTo(setting.replyTo);
        }
        if (!thread.messageIds().isEmpty()) {
            mail.addHeader("In-Reply-To", thread.messageIds().getLast());
            mail.addHeader("References", thread.references());
        }
        return mail;
    }

    /**
     * The same for the same delivery, so that a mail that was sent twice is one, unless it tells more than before; an
     * answer to it bears the token.
     */
    private String messageId(long conversation, long delivery, long toldUpTo) {
        var token = secrets.derive(Purpose.MAIL_TOKENS, CurrentOrganisation.id() + "." + conversation)
                .substring(0, TOKEN_LETTERS);
        return "<c%d.d%d.n%d.%s@%s>".formatted(conversation, delivery, toldUpTo, token, Sender.domain(from));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
