package org.patchbay.pages;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.VisitorAdmission;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.cache.CacheResult;
import io.vertx.core.net.HostAndPort;

/** Keeps the sites that may show the widget of each organisation. */
@ApplicationScoped
class Widgets implements VisitorAdmission {

    private static final String OUR_PAGES = "'self'";

    private final Organisations organisations;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;
    private final WidgetSettings unset;

    Widgets(Organisations organisations, CurrentOrganisation currentOrganisation, Audit audit, WidgetConfig config) {
        this.unset = new WidgetSettings(List.of(), config.visitorsByDefault());
        this.organisations = organisations;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    WidgetSettings read(long organisation) {
        organisations.checkOfCustomers(organisation);
        return settings(organisation);
    }

    /** Works within seconds. */
    WidgetSettings put(long organisation, WidgetSettings settings) {
        organisations.checkOfCustomers(organisation);
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(() -> {
                    var existing = Widget.ofOrganisation();
                    var before = existing.map(Widgets::view).orElse(null);
                    var widget = existing.orElseGet(Widget::new);
                    widget.origins = settings.origins().stream().distinct().toList();
                    widget.visitors = settings.visitors();
                    widget.persistAndFlush();
                    var after = view(widget);
                    audit.record(Action.WIDGET_SET, organisation, before, after);
                    return after;
                }));
    }

    /**
     * The sites that may frame the widget, in the words of a content security policy; remembered for seconds, because
     * every page of a shop asks. An unknown organisation looks like one that names no sites.
     */
    @CacheResult(cacheName = "widgets")
    @ActivateRequestContext
    String frames(@Nullable String slug, @Nullable String hostName) {
        var host = hostName == null ? null : HostAndPort.create(hostName, -1);
        long organisation = organisations.meant(slug, host, null);
        var origins = settings(organisation).origins();
        return origins.isEmpty()
                ? OUR_PAGES
                : origins.stream().map(Origin::text).collect(Collectors.joining(" "));
    }

    @Override
    public boolean admits(long organisation) {
        return settings(organisation).visitors();
    }

    private WidgetSettings settings(long organisation) {
        return currentOrganisation.in(
                organisation,
                () -> Transactions.inNew(
                        () -> Widget.ofOrganisation().map(Widgets::view).orElse(unset)));
    }

    private static WidgetSettings view(Widget widget) {
        return new WidgetSettings(widget.origins, widget.visitors);
    }
}
