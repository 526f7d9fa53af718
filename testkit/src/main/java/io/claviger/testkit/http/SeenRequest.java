package io.claviger.testkit.http;

/**
 * A request that came to a {@link FaultyServer}.
 *
 * @param method the HTTP method
 * @param path the path with its query, as it was sent
 */
public record SeenRequest(String method, String path) {}
