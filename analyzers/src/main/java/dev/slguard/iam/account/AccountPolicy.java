package dev.slguard.iam.account;

/**
 * A customer-managed policy in its default version.
 *
 * @param version {@code v3}
 * @param document JSON text
 */
public record AccountPolicy(String name, String arn, String version, String document) {}
