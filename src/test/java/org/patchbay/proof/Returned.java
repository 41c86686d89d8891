package org.patchbay.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.patchbay.testing.Servers;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Vertx;

import static org.patchbay.proof.Requests.await;

/** A program that takes the waiting messages off the broker, and sees how often each was delivered in vain. */
final class Returned implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AmqpConnection connection;

    Returned() {
        var options = new AmqpClientOptions().setHost(Servers.amqpHost()).setPort(Servers.amqpPort());
        Servers.amqpUser().ifPresent(options::setUsername);
        Servers.amqpPassword().ifPresent(options::setPassword);
        connection = await(AmqpClient.create(vertx, options).connect());
    }

    /** The counted deliveries of each waiting request, which nobody answers any more. */
    List<Integer> requests() throws InterruptedException {
        return take(Servers.requestAddress()).stream()
                .map(AmqpMessage::deliveryCount)
                .toList();
    }

    /** The number of dead letters, which nobody reads any more. */
    int deadLetters() throws InterruptedException {
        return take(Servers.deadLetterAddress()).size();
    }

    /** All waiting messages: a mark is sent behind them, and comes last. */
    private List<AmqpMessage> take(String address) throws InterruptedException {
        var mark = "mark-" + UUID.randomUUID();
        var sender = await(connection.createSender(address, new AmqpSenderOptions().setCapabilities(List.of("queue"))));
        await(sender.sendWithAck(
                AmqpMessage.create().durable(true).withBody(mark).build()));
        await(sender.close());
        BlockingQueue<AmqpMessage> coming = new LinkedBlockingQueue<>();
        var receiver =
                await(connection.createReceiver(address, new AmqpReceiverOptions().setCapabilities(List.of("queue"))));
        receiver.handler(coming::add);
        var taken = new ArrayList<AmqpMessage>();
        for (var next = coming.take();
                !mark.equals(
                        next.unwrap().getBody() instanceof org.apache.qpid.proton.amqp.messaging.AmqpValue value
                                ? value.getValue()
                                : null);
                next = coming.take()) {
            taken.add(next);
        }
        await(receiver.close());
        return taken;
    }

    @Override
    public void close() {
        await(connection.close());
        await(vertx.close());
    }
}
