package org.patchbay.proof;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.patchbay.testing.Patience;
import org.patchbay.testing.Servers;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSenderOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** A program that speaks to the broker itself: sends requests as it likes, and reads the dead letters. */
final class Requests implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final AmqpConnection connection;

    Requests() {
        var options = new AmqpClientOptions().setHost(Servers.amqpHost()).setPort(Servers.amqpPort());
        Servers.amqpUser().ifPresent(options::setUsername);
        Servers.amqpPassword().ifPresent(options::setPassword);
        connection = await(AmqpClient.create(vertx, options).connect());
    }

    void send(List<String> bodies) {
        var sender = await(connection.createSender(
                Servers.requestAddress(), new AmqpSenderOptions().setCapabilities(List.of("queue"))));
        var taken = bodies.stream()
                .map(body -> sender.sendWithAck(
                        AmqpMessage.create().durable(true).withBody(body).build()))
                .toList();
        taken.forEach(Requests::await);
        await(sender.close());
    }

    void sendBytes(byte[] body) {
        var sender = await(connection.createSender(
                Servers.requestAddress(), new AmqpSenderOptions().setCapabilities(List.of("queue"))));
        await(sender.sendWithAck(AmqpMessage.create()
                .durable(true)
                .withBufferAsBody(Buffer.buffer(body))
                .build()));
        await(sender.close());
    }

    /** Reads dead letters until this many bodies contain the mark. */
    List<String> deadLettersWith(String mark, int count) {
        var letters = new CopyOnWriteArrayList<String>();
        var receiver = await(connection.createReceiver(
                Servers.deadLetterAddress(), new AmqpReceiverOptions().setCapabilities(List.of("queue"))));
        receiver.handler(message -> letters.add(text(message)));
        Patience.await()
                .until(() ->
                        letters.stream().filter(letter -> letter.contains(mark)).count() >= count);
        await(receiver.close());
        return letters.stream().filter(letter -> letter.contains(mark)).sorted().toList();
    }

    @Override
    public void close() {
        await(connection.close());
        await(vertx.close());
    }

    private static String text(AmqpMessage message) {
        return message.unwrap().getBody() instanceof org.apache.qpid.proton.amqp.messaging.Data
                ? message.bodyAsBinary().toString()
                : message.bodyAsString();
    }

    static <T> T await(Future<T> future) {
        Patience.await().until(future::isComplete);
        if (future.failed()) {
            throw new IllegalStateException(future.cause());
        }
        return future.result();
    }
}
