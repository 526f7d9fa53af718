/**
 * What happens to integrations, links and reads, for a host that wants to show, count or audit it. Never a value.
 */
@NullMarked
package io.claviger.event;

import org.jspecify.annotations.NullMarked;
