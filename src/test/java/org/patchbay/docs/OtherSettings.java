package org.patchbay.docs;

import java.util.List;
import java.util.Properties;

/** Settings that no mapping of ours declares: single values, and what Quarkus and its connectors read. */
final class OtherSettings {

    private static final String SWITCH = "`true` or `false`";

    private OtherSettings() {}

    static List<Setting> of(Properties packaged) {
        return List.of(
                new Setting(
                        "quarkus.datasource.jdbc.url",
                        "JDBC address",
                        "dev mode and tests: the local stack",
                        "The MySQL server, 8.0 or newer, and its database."),
                new Setting(
                        "quarkus.datasource.username",
                        "text",
                        "dev mode and tests: `root`",
                        "The user of the database; Flyway makes the schema as this user."),
                new Setting("quarkus.datasource.password", "text", "none", "The password of that user."),
                Setting.other(
                        packaged,
                        "quarkus.datasource.jdbc.max-size",
                        "number",
                        "",
                        "Connections to the database that each replica opens at most."),
                new Setting(
                        "amqp-host", "host name", "dev mode and tests: the local stack", "The AMQP 1.0 broker's host."),
                new Setting("amqp-port", "port", "`5672`", "The AMQP 1.0 broker's port."),
                new Setting("amqp-username", "text", "none", "The user of the broker."),
                new Setting("amqp-password", "text", "none", "The password of that user."),
                Setting.other(
                        packaged,
                        "patchbay.public-url",
                        "address",
                        "",
                        "Where people reach Patchbay; links in mails begin with it, and sign-on returns there."),
                new Setting(
                        "quarkus.mailer.host",
                        "host name",
                        "`localhost`",
                        "The mail server; dev mode logs mails instead."),
                new Setting("quarkus.mailer.port", "port", "`25`", "The mail server's port."),
                new Setting("quarkus.mailer.username", "text", "none", "The user of the mail server."),
                new Setting("quarkus.mailer.password", "text", "none", "The password of that user."),
                Setting.other(packaged, "quarkus.mailer.from", "mail address", "", "The sender of all mails."),
                Setting.other(
                        packaged,
                        "patchbay.shutdown-timeout",
                        "duration",
                        "",
                        "How long work under way may take to end after SIGTERM."),
                Setting.other(
                        packaged,
                        "patchbay.demo-data",
                        SWITCH,
                        "",
                        "Whether the demo organisation is made where nobody can sign in yet."),
                Setting.other(
                        packaged,
                        "patchbay.max-body-size",
                        "text",
                        "",
                        "How long the body of a request may be; `patchbay.attachments.max-size` says it of files."),
                new Setting(
                        "quarkus.s3.endpoint-override",
                        "address",
                        "that of Amazon",
                        "The server of the bucket of files, where `patchbay.attachments.store` is `S3`."),
                new Setting(
                        "quarkus.s3.path-style-access",
                        SWITCH,
                        "`false`",
                        "Whether the bucket stands in the path of addresses, as most servers but Amazon's want it."),
                new Setting("quarkus.s3.aws.region", "text", "none", "The region of the bucket."),
                new Setting(
                        "quarkus.s3.aws.credentials.type",
                        "text",
                        "`default`",
                        "Where the client finds its credentials; `static` takes them from the two settings below."),
                new Setting(
                        "quarkus.s3.aws.credentials.static-provider.access-key-id",
                        "text",
                        "none",
                        "The id of its access key."),
                new Setting(
                        "quarkus.s3.aws.credentials.static-provider.secret-access-key", "text", "none", "Its secret."),
                new Setting(
                        "quarkus.http.proxy.proxy-address-forwarding",
                        SWITCH,
                        "`false`",
                        "Whether `X-Forwarded-*` of a proxy is believed; else everybody behind it is one address."),
                new Setting(
                        "quarkus.http.proxy.trusted-proxies",
                        "list of addresses",
                        "none",
                        "The proxies that are believed; all are where this is not set."),
                Setting.other(
                        packaged,
                        "quarkus.otel.sdk.disabled",
                        SWITCH,
                        "",
                        "Whether tracing over HTTP, JDBC and AMQP is off."),
                new Setting(
                        "quarkus.otel.exporter.otlp.endpoint",
                        "address",
                        "`http://localhost:4317`",
                        "The collector of traces."),
                new Setting(
                        "local-stack.mysql.port",
                        "port",
                        "`23306`",
                        "The port of the database that dev mode and tests start."),
                new Setting(
                        "local-stack.amqp.port",
                        "port",
                        "`25772`",
                        "The port of the broker that dev mode and tests start."));
    }
}
