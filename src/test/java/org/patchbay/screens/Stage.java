package org.patchbay.screens;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.patchbay.proof.Pair;
import org.patchbay.proof.SupportCentre;
import org.patchbay.screens.Person.Device;
import org.patchbay.testing.Client;
import org.patchbay.testing.Replica;

/**
 * A new centre for each test, with agents of one ticket each ({@code agent0} and so on), the customer {@code casey}
 * with two orders, and people at their browsers.
 */
final class Stage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String CUSTOMER = "casey";

    /** The screens at a failed test. */
    private static final Path SEEN = Path.of("target", "screens");

    private final int agents;
    private final Supplier<Map<String, String>> settings;
    private final List<Person> people = new ArrayList<>();

    private Browsers browsers;
    private Replica replica;
    private SupportCentre centre;

    Stage(int agents) {
        this(agents, Map::of);
    }

    /** @param settings of a replica of its own; none where the shared one does */
    Stage(int agents, Supplier<Map<String, String>> settings) {
        this.agents = agents;
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browsers = Browsers.shared(context);
        var pair = Pair.fresh();
        var others = settings.get();
        if (others.isEmpty()) {
            replica = pair.left();
        } else {
            replica = pair.startOther("stage", others).awaitReady();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!settings.get().isEmpty()) {
            replica.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        centre = SupportCentre.of(List.of(replica.uri()), agents, 1, 4);
        centre.customer(CUSTOMER, 2);
    }

    /** Everybody still there leaves; a person who found an error on a screen reports it now. */
    @Override
    public void afterEach(ExtensionContext context) {
        var left = List.copyOf(people);
        people.clear();
        if (context.getExecutionException().isPresent()) {
            left.stream()
                    .filter(person -> !person.page().isClosed())
                    .forEach(person -> person.isSeen(SEEN.resolve(
                            context.getRequiredTestMethod().getName() + "-" + left.indexOf(person) + ".png")));
        }
        left.forEach(Person::leave);
        if (context.getExecutionException().isEmpty()) {
            left.forEach(Person::hadNothingToComplainAbout);
        }
    }

    SupportCentre centre() {
        return centre;
    }

    /** Signed in just now. */
    Client client(String username) {
        return replica.client().signedIn(username, SupportCentre.PASSWORD);
    }

    String address() {
        return replica.uri().toString();
    }

    Person agent(int number) {
        return person("agent" + number, Person.DESKTOP);
    }

    Person customer() {
        return person(CUSTOMER, Person.PHONE);
    }

    /** A member of staff who has this role and no other. */
    Person staff(String role) {
        centre.staff(role + "1", role);
        return person(role + "1", Person.DESKTOP);
    }

    Person admin() {
        return person("admin", Person.DESKTOP);
    }

    Person person(String username, Device device) {
        return stranger(device).signIn(username, SupportCentre.PASSWORD);
    }

    /** Not signed in. */
    Person stranger(Device device) {
        return stranger(device, replica.uri());
    }

    /** A stranger who comes to the application by another address. */
    Person stranger(Device device, URI address) {
        var person = Person.at(browsers.browser(), address, device);
        people.add(person);
        return person;
    }
}
