package io.claviger.benchmarks.report;

import java.util.List;

/** The page of the documentation. */
public final class Page {

    private final String command;
    private final String method;
    private final Machine machine;

    /**
     * Takes what is said about the run.
     *
     * @param command what to type to repeat it
     * @param method forks, iterations and their length
     * @param machine where it ran
     */
    public Page(String command, String method, Machine machine) {
        this.command = command;
        this.method = method;
        this.machine = machine;
    }

    /** Writes the page. */
    public String write(Rows rows, List<Target> targets, String chart) {
        return """
                # Performance

                Written by the command below, which measures the library and its peers in the same run. Every peer reads from a
                stub that answers at once, with the same payload. Compare ratios: nanoseconds are those of one machine.

                ```
                %s
                ```

                A Java of 21 or later has the virtual threads too. `-Dbench.quick=true -Dbench.out=target` tries it out in a minute
                and leaves this page alone.

                - Machine: %s
                - Method: %s
                - Peers: %s

                ![Time by operation](%s)

                ## Targets

                %s
                ## Results

                *ratio* is the result divided by that of the row marked *base* in the same group, with the same threads. *± error*
                is half the 99.9 %% confidence interval.

                %s
                ## What the rows are

                - **Warm read**: one password of a secret with two fields, read again and again. Claviger honours expiration, reset,
                  relink and changed rights at each read; a plain map and Spring Vault's property source hold what was last put
                  there. The AWS client returns the whole secret; its second row picks the field. SmallRye Config, Kafka and Camel
                  ask the vault at every read, so a real one would add its latency to each.
                - **Render**: a compiled template. Commons Text works on the same text with a map of the values.
                - **Cold read**: each secret for the first time, over a client that parses the payload and does no I/O.
                - **Large cache**: *one reference* is read again and again among many; *any reference* in turn without
                  order, where memory answers more slowly the larger the store, as the map and Caffeine show.
                - **Cold stampede**: all callers ask before the vault answers. Spring Vault is left out: it reads before anybody asks.
                  The AWS client makes two calls for a secret.
                - **Memory**: heap after a collection, names not counted, divided by the number of secrets.
                - **Start**: median over fresh virtual machines with the providers on the class path.
                """.formatted(
                        command,
                        machine,
                        method,
                        PeerVersions.onClassPath(),
                        chart,
                        new MarkdownTable(Grid.of(targets)),
                        new MarkdownTable(Grid.of(rows)));
    }
}
