package org.patchbay.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.accounts.LinkPurpose;
import org.patchbay.identity.organisations.Invitation;
import org.patchbay.identity.organisations.NewOrganisation;
import org.patchbay.identity.organisations.Organisation;
import org.patchbay.identity.organisations.OrganisationChange;
import org.patchbay.identity.organisations.OrganisationStatus;
import org.patchbay.identity.organisations.OrganisationView;
import org.patchbay.identity.organisations.OrganisationsConfig;
import org.patchbay.identity.signin.PasswordLinks;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import io.quarkus.arc.All;
import io.vertx.core.net.HostAndPort;

/** The organisations of this service, and the one that a stranger means. */
@ApplicationScoped
public class Organisations {

    /** The organisation of the operators' accounts; it has nothing else, and stays. */
    static final String OPERATORS = "operators";

    /** No organisation has this id. */
    public static final long UNKNOWN = 0;

    private final Accounts accounts;
    private final PasswordLinks links;
    private final CurrentOrganisation currentOrganisation;
    private final OrganisationsConfig config;
    private final Audit audit;
    private final List<OrganisationSetup> setups;
    private final EpochCache<Long, Settings> settings;

    /** The part of an organisation that every ticket and every request ask for. */
    private record Settings(boolean isOpen, Isolation isolation, ZoneId timeZone) {

        static Settings of(Organisation organisation) {
            return new Settings(
                    organisation.status == OrganisationStatus.ACTIVE,
                    organisation.isolation(),
                    ZoneId.of(organisation.timeZone));
        }
    }

    Organisations(
            Accounts accounts,
            PasswordLinks links,
            CurrentOrganisation currentOrganisation,
            OrganisationsConfig config,
            Audit audit,
            @All List<OrganisationSetup> setups,
            ConfigurationEpoch epoch) {
        this.accounts = accounts;
        this.links = links;
        this.currentOrganisation = currentOrganisation;
        this.config = config;
        this.audit = audit;
        this.setups = setups;
        this.settings = new EpochCache<>(epoch);
    }

    /** Makes an organisation with its first admin, who is invited by mail. */
    public OrganisationView create(NewOrganisation request, Language language) {
        var created = Transactions.inNew(() -> {
            var view = OrganisationView.of(Organisation.create(
                    request.slug(), request.name(), folded(request.hostName()), orUtc(request.timeZone())));
            setUp(view);
            return view;
        });
        invite(created.id(), request.admin(), language);
        return created;
    }

    /** Adds an admin to an organisation, who is invited by mail; an admin who was invited before gets a new link. */
    public void inviteAdmin(long id, Invitation admin, Language language) {
        read(id);
        invite(id, admin, language);
    }

    private void invite(long id, Invitation admin, Language language) {
        currentOrganisation.in(id, () -> {
            accounts.ensureInvited(admin.email(), admin.name(), Set.of(Role.ADMIN));
            links.send(admin.email(), LinkPurpose.INVITATION, language);
        });
    }

    @Transactional
    public Page<OrganisationView> list(@Nullable String after, int limit) {
        var rows = Organisation.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, OrganisationView::of, organisation -> Cursor.at(organisation.id));
    }

    @Transactional
    public OrganisationView read(long id) {
        return OrganisationView.of(
                Organisation.<Organisation>findByIdOptional(id).orElseThrow(() -> unknown(id)));
    }

    @Transactional
    public OrganisationView update(long id, OrganisationChange change, @Nullable String ifMatch) {
        return change(Action.ORGANISATION_UPDATED, id, ifMatch, organisation -> {
            organisation.name = change.name();
            organisation.hostName = folded(change.hostName());
            organisation.timeZone = orUtc(change.timeZone());
        });
    }

    @Transactional
    public OrganisationView suspend(long id, @Nullable String ifMatch) {
        return change(Action.ORGANISATION_SUSPENDED, id, ifMatch, Organisation::suspend);
    }

    /** Also brings back a deleted one, while it is still there. */
    @Transactional
    public OrganisationView activate(long id, @Nullable String ifMatch) {
        return change(Action.ORGANISATION_ACTIVATED, id, ifMatch, Organisation::activate);
    }

    @Transactional
    public OrganisationView delete(long id, @Nullable String ifMatch) {
        return change(
                Action.ORGANISATION_DELETED, id, ifMatch, organisation -> organisation.delete(config.purgeAfter()));
    }

    /**
     * The organisation that a stranger means: the one they name, else the one of the host name, else the only one in
     * which their user name is an account's e-mail address, confirmed addresses first, else the configured one.
     *
     * @return its id, or {@link #UNKNOWN}
     */
    @Transactional
    public long meant(@Nullable String slug, @Nullable HostAndPort host, @Nullable String username) {
        var meant = slug != null
                ? Organisation.bySlug(slug)
                : Optional.ofNullable(host)
                        .map(address -> folded(address.host()))
                        .flatMap(Organisation::byHostName)
                        .or(() -> byEmail(username))
                        .or(() -> Organisation.bySlug(config.fallback()));
        return meant.map(organisation -> organisation.id).orElse(UNKNOWN);
    }

    /**
     * The name of the organisation that a stranger means. One that does not exist looks like one that is named like its
     * slug; so do the operators.
     */
    @Transactional
    public OrganisationName name(@Nullable String wanted, @Nullable HostAndPort host) {
        var slug = wanted == null ? config.fallback() : wanted;
        return Organisation.<Organisation>findByIdOptional(meant(wanted, host, null))
                .filter(organisation -> !organisation.slug.equals(OPERATORS))
                .map(organisation -> new OrganisationName(organisation.slug, organisation.name))
                .orElseGet(() -> new OrganisationName(slug, slug));
    }

    /** The name of an organisation that is there. */
    @Transactional
    public OrganisationName nameOf(long id) {
        var organisation = read(id);
        return new OrganisationName(organisation.slug(), organisation.name());
    }

    /** As {@link #checkOpen}; the operators' organisation takes no sign-ups. */
    @Transactional
    public void checkOpenToCustomers(long id) {
        if (open(id).slug.equals(OPERATORS)) {
            throw ProblemType.NOT_FOUND.because(IdentityWords.NO_SUCH_ORGANISATION);
        }
    }

    /** The organisation of exactly this slug, where its people may come in. */
    @Transactional
    public Optional<Long> served(String slug) {
        return Organisation.bySlug(slug)
                .filter(organisation -> organisation.slug.equals(slug))
                .filter(organisation -> organisation.status == OrganisationStatus.ACTIVE)
                .map(organisation -> organisation.id);
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where there is no such organisation, or it is the operators'
     *     own
     */
    @Transactional
    public void checkOfCustomers(long id) {
        var organisation = Organisation.<Organisation>findByIdOptional(id).orElseThrow(() -> unknown(id));
        if (organisation.slug.equals(OPERATORS)) {
            throw ProblemType.CONFLICT.because(IdentityWords.OPERATORS_STAY);
        }
    }

    /** The organisation of sign-ins that name none; made where it is missing. */
    @Transactional
    public long ensureFirst() {
        return ensure(config.fallback(), "Patchbay");
    }

    @Transactional
    public long ensureOperators() {
        return ensure(OPERATORS, "Operators");
    }

    /** Where replicas start at once, one makes the organisation and what belongs to it. */
    @Transactional
    public long ensure(String slug, String name) {
        boolean created = Organisation.bySlug(slug).isEmpty() && Organisation.createIfAbsent(slug, name);
        var organisation = Organisation.bySlug(slug).orElseThrow();
        if (created) {
            setUp(OrganisationView.of(organisation));
        }
        return organisation.id;
    }

    private void setUp(OrganisationView organisation) {
        setups.forEach(setup -> setup.setUp(organisation.id(), organisation.name()));
        audit.recordIn(organisation.id(), Action.ORGANISATION_CREATED, organisation.id(), null, organisation);
    }

    /** The isolation of the current organisation. */
    @Transactional
    public Isolation isolation() {
        return current().isolation();
    }

    @Transactional
    public Isolation isolate(Isolation isolation) {
        var organisation = Organisation.lock(CurrentOrganisation.id()).orElseThrow();
        var before = organisation.isolation();
        organisation.isolate(isolation);
        audit.record(Action.ISOLATION_SET, organisation.id, before, isolation);
        return isolation;
    }

    /** The time zone of the current organisation. */
    @Transactional
    public ZoneId timeZone() {
        return current().timeZone();
    }

    /** Whether the current organisation is served. */
    @Transactional
    public boolean isOpen() {
        return current().isOpen();
    }

    private Settings current() {
        return settings.get(
                CurrentOrganisation.id(), () -> Settings.of(Organisation.findById(CurrentOrganisation.id())));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where this organisation admits nobody */
    @Transactional
    public void checkOpen(long id) {
        open(id);
    }

    private static Organisation open(long id) {
        var organisation = Organisation.<Organisation>findByIdOptional(id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(IdentityWords.NO_SUCH_ORGANISATION));
        if (organisation.status != OrganisationStatus.ACTIVE) {
            throw ProblemType.ORGANISATION_SUSPENDED.because(IdentityWords.SUSPENDED);
        }
        return organisation;
    }

    private Optional<Organisation> byEmail(@Nullable String username) {
        if (username == null || username.indexOf('@') < 0) {
            return Optional.empty();
        }
        var found = accounts.organisationsOf(username);
        return found.size() == 1 ? Organisation.findByIdOptional(found.getFirst()) : Optional.empty();
    }

    private OrganisationView change(Action action, long id, @Nullable String ifMatch, Consumer<Organisation> change) {
        var organisation = Organisation.lock(id).orElseThrow(() -> unknown(id));
        EntityTags.check(ifMatch, organisation.version);
        if (organisation.slug.equals(OPERATORS)) {
            throw ProblemType.CONFLICT.because(IdentityWords.OPERATORS_STAY);
        }
        var before = OrganisationView.of(organisation);
        change.accept(organisation);
        Organisation.flush();
        var after = OrganisationView.of(organisation);
        audit.recordIn(id, action, id, before, after);
        return after;
    }

    private static String orUtc(@Nullable String timeZone) {
        return timeZone == null ? "UTC" : timeZone;
    }

    private static @Nullable String folded(@Nullable String host) {
        return host == null || host.isBlank() ? null : Spelling.folded(host);
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(IdentityWords.NO_ORGANISATION, id);
    }
}
