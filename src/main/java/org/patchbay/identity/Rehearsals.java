package org.patchbay.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Does the work of people in a new organisation, in one transaction that is rolled back: none of it becomes visible, no
 * event is told, and no foreign row is locked. So any number of replicas may rehearse at once.
 */
@ApplicationScoped
public class Rehearsals {

    private final AgroalDataSource database;
    private final CurrentOrganisation currentOrganisation;
    private final List<OrganisationSetup> setups;

    Rehearsals(
            AgroalDataSource database, CurrentOrganisation currentOrganisation, @All List<OrganisationSetup> setups) {
        this.database = database;
        this.currentOrganisation = currentOrganisation;
        this.setups = setups;
    }

    /** @param work takes the organisation's id */
    @ActivateRequestContext
    public void rehearse(Duration limit, Consumer<Long> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout((int) limit.toSeconds()));
        try {
            long organisation = found();
            currentOrganisation.in(organisation, () -> {
                setups.forEach(setup -> setup.setUp(organisation, "Rehearsal"));
                work.accept(organisation);
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /**
     * Runs before Hibernate has a session in this transaction, because a session belongs to one organisation from its
     * beginning.
     */
    private long found() {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into organisation (slug, name, status, created_at, version)"
                                + " values (?, 'Rehearsal', 'ACTIVE', ?, 0)",
                        Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, "rehearsal-" + UUID.randomUUID());
            insert.setObject(2, LocalDateTime.ofInstant(Times.now(), ZoneOffset.UTC));
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
