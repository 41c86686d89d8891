package org.patchbay.identity.clients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Scope;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The sign-in of another system; its id is the id of its account. */
@Entity
class ApiClient extends OrganisationEntity {

    private static final String NAMED = "select c, a.name from ApiClient c join Account a on a.id = c.id";

    /** A client, and the name of its account. */
    @RegisterForReflection
    record Named(ApiClient client, String name) {}

    @Id
    Long id;

    String clientId;

    /** The secret itself was shown once, when it was made. */
    String secretHash;

    @Convert(converter = Scopes.class)
    Set<Scope> scopes;

    /** Null for never. */
    @Nullable
    Instant expiresAt;

    @Nullable
    Instant lastUsedAt;

    Instant createdAt;

    /** Spelled as RFC 6749 lists scopes. */
    @Converter
    static class Scopes implements AttributeConverter<Set<Scope>, String> {

        @Override
        public String convertToDatabaseColumn(Set<Scope> scopes) {
            return Scope.list(scopes);
        }

        @Override
        public Set<Scope> convertToEntityAttribute(String column) {
            return Scope.ofList(column);
        }
    }

    static ApiClient create(
            long account, String clientId, String secretHash, Set<Scope> scopes, @Nullable Instant expiresAt) {
        var client = new ApiClient();
        client.id = account;
        client.clientId = clientId;
        client.secretHash = secretHash;
        client.scopes = scopes;
        client.expiresAt = expiresAt;
        client.createdAt = Times.now();
        client.persist();
        return client;
    }

    boolean isExpired() {
        return expiresAt != null && expiresAt.isBefore(Times.now());
    }

    static Optional<ApiClient> byClientId(String clientId) {
        return find("clientId", clientId).firstResultOptional();
    }

    static Optional<ApiClient> byId(long id) {
        return findByIdOptional(id);
    }

    static Optional<Named> named(long id) {
        return find(NAMED + " where c.id = ?1", id).project(Named.class).firstResultOptional();
    }

    static List<Named> page(long afterId, int size) {
        return find(NAMED + " where c.id > ?1 order by c.id", afterId)
                .project(Named.class)
                .page(0, size)
                .list();
    }
}
