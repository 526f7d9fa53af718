/** Virtual threads: what blocks them may not hold on to the threads that carry them. From Java 21 on. */
package io.claviger.tests.pinning;
