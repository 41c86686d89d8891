package org.patchbay.localstack;

import java.io.IOException;
import java.util.List;

/** A server of the local stack: how to start it, and how to tell that it answers. */
interface LocalServer {

    /** The name for people, and in lower case that of its log and pid file. */
    String name();

    int port();

    /** The environment variable that moves it to another port. */
    String portVariable();

    /** Lays out its files; called before each start, while no server runs on them. */
    void prepare() throws IOException, InterruptedException;

    List<String> command() throws IOException;

    boolean answers();
}
