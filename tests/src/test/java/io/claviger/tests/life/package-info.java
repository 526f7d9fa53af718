/** The library as a host uses it, with real vaults, from beginning to end. */
package io.claviger.tests.life;
