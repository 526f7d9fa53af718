/** The server's HTTP interface: paths, answers, and what they mean. */
@NullMarked
package io.claviger.provider.hashicorp.internal.api;

import org.jspecify.annotations.NullMarked;
