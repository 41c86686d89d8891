package org.patchbay.agents.reasons;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.agents.AgentWords;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** A reason for being away: a break, a training. */
@Entity
public class PresenceReason extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    @Version
    int version;

    static PresenceReason create(String name) {
        var reason = new PresenceReason();
        reason.name = name;
        reason.persist();
        return reason;
    }

    /** Makes that of an organisation, whose transaction this need not be. */
    static void createMissedOffers(long organisationId, Language language) {
        NativeSql.in(organisationId, """
                insert into presence_reason (organisation_id, name, version) values (:organisation, :name, 0)""")
                .set("name", AgentWords.MISSED_OFFERS.in(language))
                .update();
    }

    /** Why those are away who let offers expire, or tickets that they were given; made anew where it was renamed. */
    public static PresenceReason ensureMissedOffers() {
        var names =
                Stream.of(Language.values()).map(AgentWords.MISSED_OFFERS::in).toList();
        return PresenceReason.<PresenceReason>find("name in ?1 order by id", names)
                .firstResultOptional()
                .orElseGet(() -> create(AgentWords.MISSED_OFFERS.in(Language.EN)));
    }

    public static Optional<PresenceReason> byId(long id) {
        return findByIdOptional(id);
    }

    static List<PresenceReason> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
