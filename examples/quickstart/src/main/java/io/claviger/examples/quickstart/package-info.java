/** The main job from beginning to end: {@link io.claviger.examples.quickstart.Quickstart} needs nothing but a JDK. */
@NullMarked
package io.claviger.examples.quickstart;

import org.jspecify.annotations.NullMarked;
