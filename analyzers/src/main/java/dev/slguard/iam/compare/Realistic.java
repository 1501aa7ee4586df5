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

  private final Catalogue catalogue;

  Realistic(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** An action of the catalogue that {@code globs} treat as they treat {@code like}; that one if there is none. */
  String action(TextPattern entry, Glob like, List<Glob> globs) {
    for (String id : candidates(entry)) {
      Glob name = ActionPattern.action(id);
      boolean same = ActionPattern.glob(entry).matches(name).isTrue();
      for (int i = 0; same && i < globs.size(); i++) {
        same = globs.get(i).matches(name).isTrue() == globs.get(i).matches(like).isTrue();
      }
      if (same) {
        return id;
      }
    }
    return like.toString();
  }

  private List<String> candidates(TextPattern entry) {
    String text = entry.text();
    int colon = text.indexOf(':');
    if (entry.isAny() || colon < 1 || text.substring(0, colon).indexOf('*') >= 0) {
      return KNOWN;
    }
    return catalogue.matching(ActionPattern.glob(entry)).stream().map(Action::id).toList();
  }

  /** An ARN of a type the action works on, as long as {@code holds} for it; else {@code witness}. */
  String resource(String action, TextPattern entry, String witness, Predicate<String> holds) {
    Optional<Action> known = catalogue.action(action);
    var texts = new ArrayList<String>();
    if (!entry.isAny() && !entry.hasHole() && !entry.hasVariable()) {
      texts.add(entry.text().replace("*", "example").replace('?', 'x'));
    }
    known.map(Action::resources).orElse(List.of()).stream().map(Realistic::spelled).forEach(texts::add);
    texts.add("*");
    for (String text : texts) {
      if (holds.test(text)) {
        return text;
      }
    }
    return witness;
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
