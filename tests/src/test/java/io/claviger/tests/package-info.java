/** What must hold for all modules together: the rules of the house, the module path, the pages that the code points to. */
@NullMarked
package io.claviger.tests;

import org.jspecify.annotations.NullMarked;
