package org.patchbay.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

import io.quarkus.bootstrap.logging.InitialConfigurator;

/** An AMQP 1.0 broker without accounts, for this machine only. Arguments: folder of its journal, port. */
public final class BrokerMain {

    /** A file in the folder that tells that this broker, and no other, answers on the port. */
    static final String READY = "ready";

    private static final String REQUESTS = "assignment-requests";
    private static final String DEAD = "assignment-requests.dead";

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        logToConsole();
        Path folder = Path.of(args[0]);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(folder, Integer.parseInt(args[1])));
        broker.start();
        if (!broker.getActiveMQServer().isActive()) {
            // A taken port is only logged, and threads would keep this JVM alive.
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker)));
        Files.createFile(folder.resolve(READY));
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The journal is recovered at the next start", e);
        }
    }

    /** Quarkus, which is on the class path, would keep all levels of all logs for an application that never starts. */
    private static void logToConsole() {
        // Audit lines are INFO, several for each message.
        Logger.getLogger("").setLevel(Level.WARNING);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {new ConsoleHandler()});
    }

    private static Configuration configuration(Path folder, int port) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("local-stack")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(4 * 1024 * 1024)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                // A full disk is noticed soon enough; 90 % of a developer's big one is not full.
                .setMaxDiskUsage(-1)
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP")
                .addAddressSetting("#", settings())
                .addAddressConfiguration(queue(REQUESTS))
                .addAddressConfiguration(queue(DEAD));
        return configuration;
    }

    /** Messages that are rejected, or fail too often, end in the dead letter queue. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setMaxDeliveryAttempts(5)
                .setRedeliveryDelay(100);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }
}
