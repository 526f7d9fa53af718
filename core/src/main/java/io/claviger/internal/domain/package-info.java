/** Hosts in one canonical form, and the allowed domains of links and integrations tested on them (design §5). */
@NullMarked
package io.claviger.internal.domain;

import org.jspecify.annotations.NullMarked;
