package dev.slguard.iam.policy;

import java.util.Optional;

/** One piece of a {@link TextPattern}. */
public sealed interface Part {

  /** Text that stands for itself. */
  record Literal(String text) implements Part {}

  /** {@code *}: any run of characters. */
  record AnyRun() implements Part {}

  /** {@code ?}: exactly one character. */
  record AnyOne() implements Part {}

  /**
   * Some one value that only deployment decides; never a wildcard. Two holes of the same id hold the same text.
   *
   * @param id canonical spelling: {@code Table.Arn}, {@code AWS::AccountId}, {@code Stage}
   * @param resource logical id of the resource it refers to
   * @param segment whether it is known to hold neither {@code :} nor {@code /} (account, region, partition)
   */
  record Hole(String id, Optional<String> resource, boolean segment) implements Part {}

  /**
   * A policy variable.
   *
   * @param key the condition key whose value is inserted
   * @param fallback the text used where the request lacks the key
   */
  record Variable(String key, Optional<String> fallback) implements Part {}
}
