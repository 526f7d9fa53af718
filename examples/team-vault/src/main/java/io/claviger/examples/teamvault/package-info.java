/** A day of a team that shares a vault, told by {@link io.claviger.examples.teamvault.TeamVault}. */
@NullMarked
package io.claviger.examples.teamvault;

import org.jspecify.annotations.NullMarked;
