/** What kind of network an address belongs to, and which of them actors may lead a connection to (design §11). */
@NullMarked
package io.claviger.internal.endpoint;

import org.jspecify.annotations.NullMarked;
