package io.claviger.model;

import java.util.List;
import java.util.Set;

/** A model that does not see what vaults are asked for, because others read at the same time. */
final class BlindModel extends Model {

    BlindModel(Options options, World world) {
        super(options, world);
    }

    // the details of what is done depend on who has read before
    @Override
    void expect(Observed seen, Set<Answer> any) {
        boolean done = seen.answer() instanceof Answer.Done && any.stream().anyMatch(Answer.Done.class::isInstance);
        if (!done) {
            super.expect(seen, any);
        }
    }

    @Override
    void expectOnly(Observed seen, List<Contact.What> allowed) {}

    // a login of another's read may still be under way: it is ended when it is through, which the end of the race shows
    @Override
    void expectNoSession(String alias) {}

    /**
     * Pretends that every secret has been read through every integration by now, so that what is cached is as old as it can be,
     * and returns nothing of what was dropped since.
     */
    void readEverything(Recollection recollection) {
        for (ModelIntegration integration : integrations.values()) {
            if (integration.connected) {
                Vault vault = world.vault(integration.address);
                integration.channels().forEach(channel -> recollection.readEverything(vault, channel));
            }
        }
    }
}
