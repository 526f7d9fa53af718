package io.claviger.internal.link;

import io.claviger.Link;
import org.jspecify.annotations.Nullable;

/**
 * What became of one link.
 *
 * @param before the link before; {@code null} if there was none
 * @param after the link after; {@code null} if there is none
 */
public record LinkChange(@Nullable Link before, @Nullable Link after) {}
