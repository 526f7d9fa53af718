package io.claviger.provider.local.internal.cli;

import java.io.InputStream;
import java.util.Optional;

/** Where the command talks to: a person or a script. */
interface Terminal {

    /** Tells whether a person sits there. */
    boolean interactive();

    /** Asks for a text without showing what is typed; empty if the person ends the input. */
    Optional<char[]> askHidden(String prompt);

    InputStream input();

    void print(String line);

    void complain(String line);

    Optional<String> environment(String variable);
}
