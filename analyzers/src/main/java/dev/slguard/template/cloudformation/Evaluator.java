package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives an expansion its values. Defaults of parameters are taken as their values; what only deployment decides stays
 * unknown, and the conditions that depend on it travel with what they guard. A nested stack whose template lies in the
 * scanned root can be made part of the result. Never throws on any input.
 */
public final class Evaluator {
  private Evaluator() {}

  /** {@code expansion} with its values; nested stacks are not followed, and nothing is imported. */
  public static Evaluated evaluate(Expansion expansion, Root root, TemplateOptions options, Diagnostics diagnostics) {
    return evaluate(expansion, root, options, List.of(), Siblings.NONE, diagnostics);
  }

  /**
   * {@code expansion} with its values; trouble goes to {@code diagnostics}.
   *
   * @param formats what nested templates may be written in, the narrower ones first; nested stacks are not followed if there
   *     are none
   * @param siblings what other stacks of the root give
   */
  public static Evaluated evaluate(Expansion expansion, Root root, TemplateOptions options,
      List<TemplateFormat> formats, Siblings siblings, Diagnostics diagnostics) {
    var conditions = new LinkedHashMap<String, Formula>();
    var beside = new SiblingStacks(siblings, root, List.copyOf(formats), conditions);
    var shared = new Shared(root, options, List.copyOf(formats), beside, diagnostics, new Budget(), conditions);
    var stack = new StackEvaluation(expansion, shared, "", given(expansion, options), ConditionSet.ALWAYS,
        List.of(expansion.file()));
    beside.add(stack);
    return stack.evaluate();
  }

  /** The values of parameters that the caller gives, as if written at the start of the template. */
  static Map<String, Value> given(Expansion expansion, TemplateOptions options) {
    var given = new LinkedHashMap<String, Value>();
    options.parameters()
        .forEach((name, text) -> given.put(name, Value.Scalar.text(text, Span.startOf(expansion.file()))));
    return given;
  }
}
