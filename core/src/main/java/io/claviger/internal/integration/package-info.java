/** Integrations: connected, edited, reauthenticated, disconnected, each step as a whole (S6, S7, S13). */
@NullMarked
package io.claviger.internal.integration;

import org.jspecify.annotations.NullMarked;
