package dev.slguard.rules.language;

import java.util.List;

/**
 * Steps from a node to values below it, as rules write them: {@code Cors.AllowOrigins}, {@code Statement[].Action},
 * {@code Environment.Variables.*}, {@code "AWS::CloudFormation::Init".x}, {@code @DeletionPolicy}.
 *
 * @param text as written
 */
public record Path(List<Step> steps, String text) {
  /** The node itself. */
  public static final Path SELF = new Path(List.of(), "");

  /** One step down. */
  public sealed interface Step {
    /** The entry of an object. */
    record Key(String name) implements Step {}

    /** Every item of a list; a single value counts as a list of one, as CloudFormation reads it. */
    record Each() implements Step {}

    /** Every value of an object. */
    record Entries() implements Step {}

    /** One item of a list, counted from 0. */
    record Index(int index) implements Step {}

    /**
     * What is known of the node beside its value: {@code @id}, {@code @type}, {@code @key}, {@code @generated},
     * {@code @authored-type}, {@code @format}; {@code @origins} and {@code @details} of its unknown parts,
     * {@code @parameter} where one gives it, {@code @ports} that a security group's rule counts; or an attribute of the
     * resource beside Properties ({@code @Metadata}, {@code @DeletionPolicy}).
     */
    record Meta(String name) implements Step {}
  }

  public Path {
    steps = List.copyOf(steps);
  }

  /** Whether this path can lead to several values, so that a quantifier must be written. */
  public boolean isMany() {
    for (Step step : steps) {
      if (step instanceof Step.Each || step instanceof Step.Entries) {
        return true;
      }
    }
    return false;
  }
}
