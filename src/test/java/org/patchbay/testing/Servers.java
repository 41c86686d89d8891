package org.patchbay.testing;

import java.util.Optional;

/**
 * The database and the broker of tests: those that the environment names, else the local stack's. The names and
 * defaults are those of {@code application.properties} in the profile {@code test}.
 */
public final class Servers {

    private Servers() {}

    public static String jdbcUrl() {
        return env(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:mysql://127.0.0.1:" + env("LOCAL_STACK_MYSQL_PORT", "23306")
                        + "/patchbay_test?createDatabaseIfNotExist=true&sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    /** Another database of the same server; none where the name is empty. */
    public static String jdbcUrl(String database) {
        return jdbcUrl().replaceFirst("(?<=[^/]/)[^/?]*(?=\\?|$)", database);
    }

    public static String databaseUser() {
        return env("QUARKUS_DATASOURCE_USERNAME", "root");
    }

    public static String databasePassword() {
        return env("QUARKUS_DATASOURCE_PASSWORD", "");
    }

    public static String amqpHost() {
        return env("AMQP_HOST", "127.0.0.1");
    }

    public static int amqpPort() {
        return Integer.parseInt(
                env("AMQP_HOST", "").isEmpty() ? env("LOCAL_STACK_AMQP_PORT", "25772") : env("AMQP_PORT", "5672"));
    }

    public static Optional<String> amqpUser() {
        return Optional.ofNullable(System.getenv("AMQP_USERNAME"));
    }

    public static Optional<String> amqpPassword() {
        return Optional.ofNullable(System.getenv("AMQP_PASSWORD"));
    }

    public static String requestAddress() {
        return env("PATCHBAY_ASSIGNMENT_ADDRESS", "assignment-requests.test");
    }

    /** The broker's address of undeliverable messages; only tests read it. */
    public static String deadLetterAddress() {
        return env("PATCHBAY_ASSIGNMENT_DEAD_LETTER_ADDRESS", "assignment-requests.dead");
    }

    private static String env(String name, String fallback) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElse(fallback);
    }
}
