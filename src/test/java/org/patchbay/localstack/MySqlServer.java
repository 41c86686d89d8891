package org.patchbay.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import com.mysql.cj.jdbc.Driver;

/** A real MySQL 8.0.12 with its data in the local stack's folder: root without a password, from this machine only. */
final class MySqlServer implements LocalServer {

    private final MySqlFiles files;
    private final Path data;
    private final int port;

    MySqlServer(Path folder, int port) {
        this.files = new MySqlFiles(folder);
        this.data = folder.resolve("mysql-data");
        this.port = port;
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portVariable() {
        return "LOCAL_STACK_MYSQL_PORT";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        files.unpack();
        // Left over by kill -9; mysqld would refuse to start once its pid belongs to another process.
        Files.deleteIfExists(data.resolve("mysql.sock.lock"));
        if (Files.notExists(data)) {
            initialize();
        }
    }

    @Override
    public List<String> command() {
        List<String> command = baseCommand(data);
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data folder: an absolute path could exceed what a socket address holds.
                "--socket=mysql.sock",
                "--pid-file=mysqld.pid",
                "--skip-mysqlx",
                "--skip-ssl",
                // Only for the one database that a proof replays: nothing else pays for it.
                "--log-bin=binlog",
                "--binlog-do-db=patchbay_replay",
                "--binlog-row-metadata=FULL",
                "--binlog-expire-logs-seconds=3600",
                "--sync-binlog=0",
                "--max-connections=400",
                "--innodb-print-all-deadlocks=ON",
                "--innodb-buffer-pool-size=512M",
                // Tests kill processes, not the machine: committed data may lie in the system's memory for a second.
                "--innodb-flush-log-at-trx-commit=2"));
        return command;
    }

    @Override
    public boolean answers() {
        // Its cleanup thread would outlive this class loader.
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
        Properties login = new Properties();
        login.put("user", "root");
        login.put("sslMode", "DISABLED");
        login.put("connectTimeout", "1000");
        login.put("socketTimeout", "5000");
        try (Connection connection = new Driver().connect("jdbc:mysql://127.0.0.1:" + port + "/", login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select @@datadir")) {
            // Another server may have taken the port since it was found free.
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), data);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Into a folder that gets its name when it is complete, so that an interrupted one is not taken for data. */
    private void initialize() throws IOException, InterruptedException {
        Path fresh = files.emptyFolder("mysql-data.new");
        Path log = files.inFolder("mysql-initialize.log");
        List<String> command = baseCommand(fresh);
        command.add("--initialize-insecure");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("MySQL cannot create its data folder:\n" + ServerProcess.tail(log));
        }
        Files.move(fresh, data);
    }

    private List<String> baseCommand(Path dataFolder) {
        return new ArrayList<>(List.of(
                files.base().resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + files.base(),
                "--lc-messages-dir=" + files.base().resolve("share"),
                "--datadir=" + dataFolder,
                "--secure-file-priv=NULL",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--default-time-zone=+00:00",
                "--innodb-log-file-size=128M",
                "--innodb-use-native-aio=0"));
    }
}
