package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.List;

/** What the statements of one kind of policy say to one request, gathered statement by statement. */
final class Verdict {
  private PrincipalMatch allow = PrincipalMatch.NONE;
  private Truth deny = Truth.FALSE;
  private final List<Statement> allowing = new ArrayList<>();
  private final List<Statement> denying = new ArrayList<>();

  /** Policies compiled once. */
  static List<CompiledStatement> compile(List<Policy> policies) {
    var compiled = new ArrayList<CompiledStatement>();
    for (Policy policy : policies) {
      policy.statements().forEach(statement -> compiled.add(new CompiledStatement(statement)));
    }
    return compiled;
  }

  /** Of policies that name no principals. */
  static Verdict of(List<CompiledStatement> statements, Request request, ConditionEvaluator conditions) {
    var verdict = new Verdict();
    for (CompiledStatement statement : statements) {
      Truth matches = statement.matches(request, conditions);
      if (!matches.isFalse()) {
        verdict.add(statement, PrincipalMatch.DIRECT.and(matches));
      }
    }
    return verdict;
  }

  /** Of policies that name principals; {@code open} says that a statement without Principal means everybody. */
  static Verdict ofNaming(List<CompiledStatement> statements, Request request, ConditionEvaluator conditions,
      boolean bounded, boolean open) {
    var verdict = new Verdict();
    for (CompiledStatement statement : statements) {
      PrincipalMatch named = statement.statement().principals()
          .map(list -> PrincipalMatch.of(list, request.caller(), statement.effect() == Effect.DENY, bounded))
          .orElse(open ? PrincipalMatch.DIRECT : PrincipalMatch.NONE);
      Truth matches = named.any().isFalse() ? Truth.FALSE : statement.matches(request, conditions);
      if (!matches.isFalse()) {
        verdict.add(statement, named.and(matches));
      }
    }
    return verdict;
  }

  private void add(CompiledStatement statement, PrincipalMatch match) {
    switch (statement.effect()) {
      case ALLOW -> {
        allow = allow.or(match);
        allowing.add(statement.statement());
      }
      case DENY -> {
        deny = deny.or(match.any());
        denying.add(statement.statement());
      }
      case UNKNOWN -> {
        allow = allow.or(match.and(Truth.UNKNOWN));
        deny = deny.or(Truth.UNKNOWN);
        allowing.add(statement.statement());
        denying.add(statement.statement());
      }
    }
  }

  PrincipalMatch allow() {
    return allow;
  }

  Truth allows() {
    return allow.any();
  }

  Truth denies() {
    return deny;
  }

  List<Statement> allowing() {
    return allowing;
  }

  List<Statement> denying() {
    return denying;
  }
}
