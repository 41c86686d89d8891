package org.patchbay.mails;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** How an organisation writes to its customers. Where it never said so, it writes nothing. */
@Entity
@DynamicUpdate
class MailSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    boolean active;

    @Convert(converter = MailKindsConverter.class)
    Set<MailKind> kinds = EnumSet.allOf(MailKind.class);

    @Nullable
    String senderName;

    @Nullable
    String replyTo;

    @Enumerated(EnumType.STRING)
    Language language = Language.EN;

    /** After how long an answer in a chat that nobody has read is mailed. */
    int unreadAfterMinutes = 10;

    /** How long there is between two such mails at least. */
    int unreadEveryMinutes = 15;

    /** Those that differ from ours. */
    @Convert(converter = MailTemplatesConverter.class)
    List<MailTemplate> templates = List.of();

    /** Counts from 1: version 0 stands for the defaults. */
    @Version
    int version;

    static MailSetting create() {
        var setting = new MailSetting();
        setting.version = 1;
        return setting;
    }

    /** The organisation's setting; there is one at most. */
    static Optional<MailSetting> ofOrganisation() {
        return MailSetting.<MailSetting>findAll().firstResultOptional();
    }

    /** The organisation's setting, or what holds where it never said so. */
    static MailSetting current() {
        return ofOrganisation().orElseGet(MailSetting::new);
    }

    /** The name that its mails are from. */
    String sender(Organisations organisations) {
        return senderName == null
                ? organisations.nameOf(CurrentOrganisation.id()).name()
                : senderName;
    }

    /** Whether it writes on this occasion. */
    boolean writes(MailKind kind) {
        return active && kinds.contains(kind);
    }

    /** When an answer in a chat of now is mailed, where it is unread by then. */
    Instant unreadDue(long conversation) {
        var waited = Times.now().plus(Duration.ofMinutes(unreadAfterMinutes));
        return MailThread.lastUnread(conversation)
                .map(last -> last.plus(Duration.ofMinutes(unreadEveryMinutes)))
                .filter(waited::isBefore)
                .orElse(waited);
    }

    MailTemplate template(MailKind kind, Language reader) {
        return templates.stream()
                .filter(template -> template.isFor(kind, reader))
                .findFirst()
                .orElseGet(() -> MailTemplate.ours(kind, reader));
    }

    /** The organisations that write, and have events that nobody has looked at. */
    static List<Long> organisationsWithNews() {
        return NativeSql.everywhere("""
                select s.organisation_id from mail_setting s
                straight_join feed f on f.organisation_id = s.organisation_id
                where s.active and f.last_number > s.read_up_to""").longs();
    }

    /** Up to where the log was read, and locked; empty where another replica reads it, or the house writes nothing. */
    static Optional<Long> lockPosition() {
        return NativeSql.of("""
                select read_up_to from mail_setting where organisation_id = :organisation and active
                for update skip locked""").longs().stream().findFirst();
    }

    static void readUpTo(long number) {
        NativeSql.of("update mail_setting set read_up_to = :number where organisation_id = :organisation")
                .set("number", number)
                .update();
    }

    /** Leaves out what happened until now. */
    static void beginNow() {
        NativeSql.of("""
                update mail_setting set read_up_to = coalesce((select last_number from feed
                where organisation_id = :organisation), 0) where organisation_id = :organisation""").update();
    }
}
