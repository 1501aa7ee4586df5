package dev.slguard.model;

/**
 * One resource that a deployment creates, CloudFormation-shaped.
 *
 * @param id logical id, unique in its deployment (a nested stack's resources carry {@code Parent/} before it)
 * @param type {@code AWS::Lambda::Url}
 * @param properties evaluated properties
 * @param attributes everything beside Type and Properties: Metadata, DependsOn, DeletionPolicy, UpdateReplacePolicy, …
 * @param conditions when it exists
 */
public record Resource(String id, String type, Value.Mapping properties, Value.Mapping attributes,
    ConditionSet conditions, Provenance provenance) {

  /** The property {@code name}; {@link Value.Absent} if not written. */
  public Value property(String name) {
    return properties.get(name);
  }
}
