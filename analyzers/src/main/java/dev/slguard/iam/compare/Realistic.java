package dev.slguard.iam.compare;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.ResourceType;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds actions and ARNs that exist for the texts that set algebra comes up with. */
final class Realistic {
  /** Asked where an entry is of no one service. */
  private static final List<String> KNOWN = List.of("iam:CreateUser", "s3:GetObject", "dynamodb:GetItem",
      "lambda:InvokeFunction", "ec2:RunInstances", "sqs:SendMessage", "kms:Decrypt", "secretsmanager:GetSecretValue",
      "logs:DeleteLogGroup", "sts:AssumeRole");

  /** Actions that are tried for one example. */
  private static final int TRIED = 8;

  private final Catalogue catalogue;

  Realistic(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** An action and a resource. */
  record Pair(String action, String resource) {}

  /**
   * An action of the catalogue that {@code globs} treat as they treat {@code like}, on an ARN of a type that it works on, of
   * which {@code holds} is true; empty if there is none.
   */
  Optional<Pair> of(TextPattern actionEntry, TextPattern resourceEntry, Glob like, String witness, List<Glob> globs,
      Predicate<Pair> holds) {
    int tried = 0;
    for (String id : candidates(actionEntry, like)) {
      Glob name = ActionPattern.action(id);
      boolean same = ActionPattern.glob(actionEntry).matches(name).isTrue();
      for (int i = 0; same && i < globs.size(); i++) {
        same = globs.get(i).matches(name).isTrue() == globs.get(i).matches(like).isTrue();
      }
      if (same && tried++ < TRIED) {
        Optional<Pair> found = resources(id, resourceEntry, witness).stream().map(text -> new Pair(id, text))
            .filter(holds).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Actions known to everybody first, then those of the service that the witness is of. */
  private List<String> candidates(TextPattern entry, Glob like) {
    String text = entry.text();
    int colon = text.indexOf(':');
    boolean any = entry.isAny() || colon < 1 || text.substring(0, colon).indexOf('*') >= 0;
    var candidates = new ArrayList<String>(any ? KNOWN : List.of());
    String service = ActionPattern.service(like.toString());
    Glob among = any
        ? ActionPattern.glob(TextPattern.of(service + ":*", TextPattern.Syntax.WILDCARDS, entry.at()))
        : ActionPattern.glob(entry);
    if (!any || !service.isEmpty()) {
      catalogue.matching(among).stream().map(Action::id).forEach(candidates::add);
    }
    return candidates;
  }

  /** ARNs of types the action works on, and the witness. */
  private List<String> resources(String action, TextPattern entry, String witness) {
    var texts = new ArrayList<String>();
    if (!entry.isAny() && !entry.hasHole() && !entry.hasVariable()) {
      texts.add(entry.text().replace("*", "example").replace('?', 'x'));
    }
    catalogue.action(action).map(Action::resources).orElse(List.of()).stream().map(Realistic::spelled)
        .forEach(texts::add);
    texts.add("*");
    if (!witness.isEmpty()) {
      texts.add(witness);
    }
    return texts;
  }

  /** {@code arn:*:s3:::*} as the ARN of an example. */
  private static String spelled(ResourceType type) {
    String[] fields = type.pattern().split(":", 6);
    if (fields.length < 6) {
      return type.pattern();
    }
    return "arn:aws:" + fields[2] + ':' + (fields[3].isEmpty() ? "" : "us-east-1") + ':'
        + (fields[4].isEmpty() ? "" : "111111111111") + ':' + fields[5].replace("*", "example");
  }
}
