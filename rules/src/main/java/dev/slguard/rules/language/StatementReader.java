package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import java.util.List;
import java.util.Locale;

/** Reads the questions that only a policy statement can be asked. */
final class StatementReader {
  static final List<String> KEYS = List.of("effect", "grants-any", "grants-all", "resources", "principal", "confined",
      "condition", "condition-on", "risk", "level");
  private static final List<String> EFFECTS = List.of("Allow", "Deny");
  private static final List<String> REACHES = List.of("unbounded", "bounded");
  private static final List<String> WHO = List.of("public", "foreign", "account", "service", "federated");
  private static final List<String> RISKS = List.of("administrator", "every-action", "not-action", "not-resource",
      "pass-role", "escalation", "s3-full-access", "service-wildcard", "credentials", "data", "permissions", "sharing",
      "logs", "writes", "wide-resource");
  private static final List<String> LEVELS = List.of("list", "read", "tagging", "write", "permissions");
  private static final List<String> PRESENCE = List.of("present", "absent");

  private StatementReader() {}

  static void read(Fields fields, Diagnostics problems, List<Condition> parts) {
    fields.word("effect", EFFECTS).ifPresent(word -> add(parts, new StatementQuestion.Allows(word.equals("Allow"))));
    actions(fields, "grants-any", problems, parts);
    actions(fields, "grants-all", problems, parts);
    fields.word("resources", REACHES).ifPresent(word -> add(parts,
        new StatementQuestion.Resources(StatementQuestion.Reach.valueOf(word.toUpperCase(Locale.ROOT)))));
    fields.word("principal", WHO).ifPresent(word -> add(parts,
        new StatementQuestion.Principals(StatementQuestion.Who.valueOf(word.toUpperCase(Locale.ROOT)))));
    fields.flag("confined").ifPresent(flag -> add(parts, new StatementQuestion.Confined(flag)));
    fields.word("condition", PRESENCE)
        .ifPresent(word -> add(parts, new StatementQuestion.Conditional(word.equals("present"))));
    if (fields.has("risk")) {
      List<String> kinds = fields.texts("risk");
      kinds.stream().filter(kind -> !RISKS.contains(kind)).forEach(kind -> problems.error(fields.keyAt("risk"),
          "no risk is called '" + kind + "'; there are " + String.join(", ", RISKS)));
      add(parts, new StatementQuestion.Puts(kinds));
    }
    if (fields.has("level")) {
      List<String> levels = fields.texts("level");
      levels.stream().filter(level -> !LEVELS.contains(level)).forEach(level -> problems.error(fields.keyAt("level"),
          "no access level is called '" + level + "'; there are " + String.join(", ", LEVELS)));
      add(parts, new StatementQuestion.OfLevel(levels));
    }
    if (fields.has("condition-on")) {
      add(parts, new StatementQuestion.ConditionOn(fields.texts("condition-on")));
    }
  }

  private static void actions(Fields fields, String key, Diagnostics problems, List<Condition> parts) {
    if (!fields.has(key)) {
      return;
    }
    List<String> actions = fields.texts(key);
    for (String action : actions) {
      if (!action.equals("*") && action.indexOf(':') < 1) {
        problems.error(fields.keyAt(key), "an action has a service before its name, as in s3:GetObject");
      }
    }
    add(parts,
        key.equals("grants-any") ? new StatementQuestion.GrantsAny(actions) : new StatementQuestion.GrantsAll(actions));
  }

  private static void add(List<Condition> parts, StatementQuestion question) {
    parts.add(new Condition.StatementTest(question));
  }
}
