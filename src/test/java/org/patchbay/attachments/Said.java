package org.patchbay.attachments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.spi.CDI;

import org.patchbay.identity.Actor;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

/** Does with files as the feature that keeps messages. */
final class Said {

    private Said() {}

    /** Only these people read messages from now on. */
    static void readBy(Person... readers) {
        KnownReaders.accounts = Stream.of(readers).map(Person::account).collect(Collectors.toUnmodifiableSet());
    }

    /** As a message of somebody in an organisation names them. */
    static void with(long organisation, long conversation, long message, Long... ids) {
        in(organisation, () -> Attachments.said(List.of(ids), conversation, message));
    }

    static void in(long organisation, Runnable work) {
        CDI.current().select(CurrentOrganisation.class).get().in(organisation, () -> Transactions.inNew(work));
    }

    static Attachments attachments() {
        return CDI.current().select(Attachments.class).get();
    }

    static Actor actor(long organisation, Person person) {
        return new Actor(organisation, person.account(), person.name(), Set.of(), Optional.empty());
    }
}
