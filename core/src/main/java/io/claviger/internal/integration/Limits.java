package io.claviger.internal.integration;

import io.claviger.AllowedDomains;
import io.claviger.IntegrationScope;
import io.claviger.spi.Locator;

/**
 * What may be read through an integration, and where its values may be sent.
 *
 * @param scope what may be read (S11)
 * @param allowedDomains where values may be sent
 */
public record Limits(IntegrationScope scope, AllowedDomains allowedDomains) {

    static final Limits NONE = new Limits(IntegrationScope.everything(), AllowedDomains.any());

    /**
     * Tells whether something may be read.
     *
     * @param locator what is read
     * @return {@code true} if it is in scope
     */
    public boolean allows(Locator locator) {
        return scope.allows(locator.path(), locator.parameters());
    }
}
