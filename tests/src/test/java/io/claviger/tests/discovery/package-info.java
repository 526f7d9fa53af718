/** Providers in jars of their own, good ones and broken ones, as a host may have them on its path. */
package io.claviger.tests.discovery;
