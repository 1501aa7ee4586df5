package dev.slguard.rules.language;

/** A path that starts at a named node: {@code url.AuthType}. */
public record NodePath(String name, Path path) {}
