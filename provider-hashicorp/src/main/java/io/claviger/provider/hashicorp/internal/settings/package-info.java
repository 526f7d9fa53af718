/** What an administrator sets, checked. */
@NullMarked
package io.claviger.provider.hashicorp.internal.settings;

import org.jspecify.annotations.NullMarked;
