package org.patchbay.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.agents.Agents;
import org.patchbay.agents.NewAgent;
import org.patchbay.customers.Customers;
import org.patchbay.customers.NewCustomer;
import org.patchbay.customers.NewOrder;
import org.patchbay.customers.Orders;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.fields.FieldType;
import org.patchbay.fields.NewField;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Credentials;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.mails.MailSettings;
import org.patchbay.recordings.RecordingByDefault;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tags.TagColour;
import org.patchbay.tags.TagRequest;
import org.patchbay.tags.Tags;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Makes an organisation with an admin, a supervisor, 5 agents, 20 customers, 60 orders, 2 tags and 2 fields, once, for
 * trials only.
 */
@ApplicationScoped
class DemoData {

    private static final String PASSWORD = "patchbay-demo";
    private static final List<String> AGENTS =
            List.of("Ada Agent", "Ben Becker", "Chloe Castro", "Dev Desai", "Elif Erdem");
    private static final List<String> PRODUCTS =
            List.of("Desk lamp", "Office chair", "Headset", "Keyboard", "Standing desk", "Notebook stand");

    private final boolean enabled;
    private final String host;
    private final int port;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Agents agents;
    private final Customers customers;
    private final Orders orders;
    private final Tags tags;
    private final FieldDefinitions fields;
    private final MailSettings mails;
    private final RecordingByDefault recordings;
    private final CurrentOrganisation currentOrganisation;

    DemoData(
            @ConfigProperty(name = "patchbay.demo-data") boolean enabled,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            Organisations organisations,
            Accounts accounts,
            Agents agents,
            Customers customers,
            Orders orders,
            Tags tags,
            FieldDefinitions fields,
            MailSettings mails,
            RecordingByDefault recordings,
            CurrentOrganisation currentOrganisation) {
        this.enabled = enabled;
        this.host = host;
        this.port = port;
        this.organisations = organisations;
        this.accounts = accounts;
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.tags = tags;
        this.fields = fields;
        this.mails = mails;
        this.recordings = recordings;
        this.currentOrganisation = currentOrganisation;
    }

    void onStart(@Observes @Priority(200) StartupEvent event) {
        if (!enabled) {
            return;
        }
        currentOrganisation.in(
                organisations.ensureFirst(),
                () -> Transactions.inNew(() -> {
                    if (accounts.isUnused()) {
                        create();
                    }
                }));
        Log.infof("""

                        Patchbay with demo data
                          Open               http://%1$s:%2$d
                          API documentation  http://%1$s:%2$d/q/swagger-ui
                          API                http://%1$s:%2$d/api/v1
                          Health, metrics    http://%1$s:%2$d/q/health  http://%1$s:%2$d/q/metrics
                          Sign in as         admin, supervisor, agent1 to agent5, customer1 to customer20
                          Password           %3$s
                          Operator           operator of the organisation operators, the same password
                        """, "0.0.0.0".equals(host) ? "localhost" : host, port, PASSWORD);
    }

    private void create() {
        accounts.create(signIn("admin"), "Alex Admin", Set.of(Role.ADMIN));
        accounts.create(signIn("supervisor"), "Sam Supervisor", Set.of(Role.SUPERVISOR));
        for (int i = 1; i <= AGENTS.size(); i++) {
            agents.create(new NewAgent(AGENTS.get(i - 1), "Returns desk", 1, signIn("agent" + i)));
        }
        tags.create(new TagRequest("VIP", TagColour.PURPLE, false));
        tags.create(new TagRequest("Transport damage", TagColour.ORANGE, false));
        fields.create(new NewField("serial_number", "Serial number", FieldType.TEXT, List.of()));
        fields.create(new NewField("cover", "Cover", FieldType.CHOICE, List.of("1 year", "2 years")));
        mails.activateByDefault();
        recordings.activate();
        for (int i = 1; i <= 20; i++) {
            var customer = customers.create(
                    new NewCustomer("Customer " + i, "customer" + i + "@example.org", null, signIn("customer" + i)));
            for (int j = 1; j <= 3; j++) {
                int number = (i - 1) * 3 + j;
                orders.create(order(customer.id(), number));
            }
        }
    }

    private static NewOrder order(long customer, int number) {
        return new NewOrder(
                "A-" + (1000 + number),
                customer,
                PRODUCTS.get(number % PRODUCTS.size()),
                1 + number % 3,
                BigDecimal.valueOf(1990 + 700L * number, 2),
                "EUR",
                Times.now().minus(Duration.ofDays(number)));
    }

    private static Credentials signIn(String username) {
        return new Credentials(username, PASSWORD);
    }
}
