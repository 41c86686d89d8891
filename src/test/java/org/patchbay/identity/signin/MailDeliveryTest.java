package org.patchbay.identity.signin;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.LoggedLines;

import io.quarkus.mailer.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Mails that the mail server does not take. */
@QuarkusTest
class MailDeliveryTest {

    @Test
    void aMailThatIsRefusedIsLoggedWithItsAccountAndWithoutItsAddress() {
        var refusing = new MailDelivery(mails -> Uni.createFrom()
                .failure(new IllegalStateException("550 5.1.1 <carla@example.org>: carla@example.org is unknown")));
        try (var logged = LoggedLines.of(MailDelivery.class.getName()::equals)) {
            refusing.send(Mail.withText("carla@example.org", "Hello", "Carla"), "account 12");
            assertEquals(
                    List.of("ERROR A mail to account 12 could not be sent:"
                            + " java.lang.IllegalStateException: 550 5.1.1 <...>: ... is unknown"),
                    logged.lines());
        }
    }
}
