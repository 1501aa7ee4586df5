package dev.slguard.model;

import dev.slguard.source.Span;

/**
 * A method and path of an API.
 *
 * @param method upper case, {@code ANY} for all; {@code *} in a function URL
 * @param path with its parameters in braces: {@code /orders/{id}}, {@code $default}, {@code $connect}
 * @param api logical id of the API (or of the function URL, load balancer, GraphQL API)
 */
public record Route(String method, String path, String api, Span at) {}
