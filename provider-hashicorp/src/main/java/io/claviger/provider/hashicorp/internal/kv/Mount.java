package io.claviger.provider.hashicorp.internal.kv;

import io.claviger.provider.hashicorp.internal.settings.KvVersion;
import java.util.List;

/**
 * Where a key-value engine is mounted.
 *
 * @param path the segments of the mount
 * @param version which of the two engines it is
 */
record Mount(List<String> path, KvVersion version) {}
