package dev.slguard.cli.facts;

import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Authorization;
import dev.slguard.model.Code;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Exposure;
import dev.slguard.model.Trigger;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The facts for a reader. */
public final class FactsText {
  private final PrintStream out;
  private final String prefix;

  /** Prints to {@code out}; {@code prefix} leads from the working directory to the root. */
  public FactsText(PrintStream out, String prefix) {
    this.out = out;
    this.prefix = prefix;
  }

  /** Prints every function and state machine. */
  public void print(List<FunctionFacts> functions, List<MachineFacts> machines) {
    functions.forEach(this::print);
    machines.forEach(this::print);
    out.println(functions.size() + (functions.size() == 1 ? " function" : " functions")
        + (machines.isEmpty()
            ? ""
            : ", " + machines.size() + (machines.size() == 1 ? " state machine" : " state machines")));
  }

  private void print(MachineFacts facts) {
    line(0, facts.machine().provenance().authoredId() + "  " + place(facts.machine().provenance().at()) + "  in "
        + facts.deployment().name() + ", a state machine");
    for (Trigger trigger : facts.triggers()) {
      line(1, "trigger  " + trigger(trigger) + "  " + place(trigger.at()));
    }
    line(1, "role     " + facts.role().orElse("not in this template"));
    for (MachineFacts.Need need : facts.needs()) {
      String target = FunctionFacts.shown(need.task().target());
      line(1, "task     " + need.task().state() + " needs " + String.join(", ", need.actions())
          + (target.isEmpty() ? "" : "  on " + target) + "  " + place(need.task().at()));
    }
    out.println();
  }

  private void print(FunctionFacts facts) {
    line(0, facts.function().authoredId() + "  " + place(facts.function().resource().provenance().at()) + "  in "
        + facts.deployment().name());
    line(1, "runtime  " + facts.function().runtime().orElse("decided at deployment or by the image"));
    line(1, "code     " + code(facts.function().code()));
    if (!facts.function().environment().isEmpty()) {
      line(1, "env      " + String.join(", ", facts.function().environment().keySet()));
    }
    if (facts.triggers().isEmpty()) {
      line(1, "trigger  none in this template");
    }
    for (Trigger trigger : facts.triggers()) {
      line(1, "trigger  " + trigger(trigger) + "  " + place(trigger.at()));
    }
    if (facts.rights().isEmpty()) {
      line(1, "role     not in this template");
    }
    facts.rights().forEach(this::print);
    out.println();
  }

  private void print(FunctionFacts.Rights rights) {
    line(1, "role     " + rights.role().id() + when(rights.conditions()) + "  "
        + place(rights.role().resource().provenance().at()));
    rights.role().managed().forEach(managed -> line(2, "managed  " + FunctionFacts.shown(managed)));
    for (Statement statement : rights.statements()) {
      line(2,
          statement.effect().name().toLowerCase(Locale.ROOT) + "  " + patterns(statement.actions()) + "  on "
              + statement.resources().map(FactsText::patterns).orElse("-")
              + (statement.conditions().isEmpty() ? "" : "  under a condition") + when(rights.when(statement)) + "  "
              + place(statement.at()));
    }
  }

  private static String when(ConditionSet conditions) {
    return conditions.isAlways() ? "" : " if " + conditions.describe();
  }

  private String code(Code code) {
    return switch (code) {
      case Code.Folder(String folder, var file, String symbol, _) -> file.map(found -> prefix + found)
          .orElse(prefix + (folder.isEmpty() ? "" : folder + '/') + " (no file with the handler)") + " " + symbol;
      case Code.Inline(_, String symbol, Span at) -> "inline at " + place(at) + " " + symbol;
      case Code.Image(_, var file, String symbol, _) ->
        "image" + file.map(found -> " " + prefix + found).orElse("") + " " + symbol;
      case Code.Missing(String why, _) -> "not found: " + why;
    };
  }

  private static String trigger(Trigger trigger) {
    String what = Text.word(trigger.shape());
    String route = trigger.route().map(r -> " " + r.method() + " " + r.path() + " of " + r.api()).orElse("");
    String source = trigger.route().isPresent() ? "" : trigger.source().map(s -> " from " + s).orElse("");
    return what + route + source + ": " + who(trigger.exposure(), trigger.authorization().kind())
        + when(trigger.conditions());
  }

  private static String who(Exposure exposure, Authorization.Kind kind) {
    String from = switch (exposure) {
      case INTERNET -> "anyone on the internet";
      case OTHER_ACCOUNTS -> "other AWS accounts";
      case ANY_SERVICE_USER -> "the service on behalf of any account";
      case SERVICE -> "the service on behalf of this account";
      case ACCOUNT -> "this account or its network";
      case UNKNOWN -> "decided at deployment";
    };
    return switch (kind) {
      case NONE -> from + ", without authentication";
      case KEY_ONLY -> from + " with an API key";
      case IAM -> from + " with a signature of an AWS principal";
      case COGNITO -> from + " with a token of a Cognito user pool";
      case JWT -> from + " with a JSON web token";
      case LAMBDA -> from + " whom an authorizer function lets in";
      case MUTUAL_TLS -> from + " with a client certificate";
      case SERVICE -> from;
      case UNKNOWN -> from + ", authorization decided at deployment";
    };
  }

  private static String patterns(PatternList list) {
    String all = String.join(", ", list.items().stream().map(TextPattern::text).toList());
    return list.negated() ? "all but " + all : all;
  }

  private String place(Span at) {
    return prefix + at;
  }

  private void line(int indent, String text) {
    out.println("  ".repeat(indent) + Text.clean(text));
  }
}
