package dev.slguard.rules.language;

import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one rule. */
final class RuleReader {
  static final Set<String> KEYS = Set.of("id", "title", "kind", "severity", "confidence", "message", "why", "fix",
      "cwe", "tags", "references", "aliases", "profile", "enabled", "paths", "options", "unknown", "match", "report",
      "evidence", "adjust", "tests");
  static final List<String> SEVERITIES = List.of("info", "low", "medium", "high", "critical");
  static final List<String> CONFIDENCES = List.of("low", "medium", "high");
  static final List<String> PROFILES = List.of("default", "strict", "audit");
  static final List<String> UNKNOWN = List.of("ignore", "report");
  private static final Set<String> ADJUST = Set.of("if", "severity", "confidence");
  private static final Set<String> EVIDENCE = Set.of("at", "say");

  private final RuleSource source;
  private final Optional<Extension> override;
  private final Diagnostics problems;
  private final Fields fields;
  private final ConditionReader conditions;

  /** Reads {@code source}, changed by {@code override} where a user's file extends it. */
  RuleReader(RuleSource source, Optional<Extension> override, Diagnostics problems) {
    this.source = source;
    this.override = override;
    this.problems = problems;
    Substitution names = source.lists().withOptions(source.tree().mapping("options"),
        override.flatMap(change -> change.tree().mapping("options")));
    this.fields = new Fields(source.tree(), names, source.builtIn(), problems);
    this.conditions = new ConditionReader(names, source.builtIn(), problems);
  }

  /** What a user's file changes in a built-in rule. */
  record Extension(Tree.Mapping tree, Substitution names) {}

  Optional<Rule> read() {
    int before = problems.toList().size();
    fields.checkKeys(KEYS, "a rule");
    Optional<String> id = fields.requiredText("id", "a rule");
    Optional<RuleInfo> info = id.flatMap(this::info);
    Optional<Match> match = match();
    var messages = new MessageReader(conditions.names(), problems);
    Optional<MessageTemplate> message = fields.requiredText("message", "a rule")
        .map(text -> messages.read(text, fields.get("message").orElseThrow().at()));
    Optional<MessageTemplate> fix = fields.text("fix")
        .map(text -> messages.read(text, fields.get("fix").orElseThrow().at()));
    List<Rule.Adjustment> adjustments = adjustments();
    List<NodePath> report = report(messages, match);
    List<Rule.Evidence> evidence = evidence(messages);
    boolean unknown = fields.word("unknown", UNKNOWN).equals(Optional.of("report"));
    Profile profile = fields.word("profile", PROFILES).flatMap(Profile::of).orElse(Profile.DEFAULT);
    boolean enabled = fields.flag("enabled").orElse(true);
    if (problems.toList().size() > before || info.isEmpty() || match.isEmpty() || message.isEmpty()) {
      return Optional.empty();
    }
    Rule rule = new Rule(info.get(), profile, match.get(), report, message.get(), fix, evidence, adjustments, unknown,
        fields.texts("paths"), enabled, fields.keyAt("id"));
    return Optional.of(override.isPresent() ? changed(rule, override.get()) : rule);
  }

  private Optional<RuleInfo> info(String id) {
    if (!isId(id)) {
      problems.error(fields.get("id").orElseThrow().at(),
          "'" + Text.shown(id) + "' is no rule id: letters, digits and hyphens, a letter first");
    }
    Optional<String> title = fields.requiredText("title", "a rule");
    Optional<String> severity = fields.requiredText("severity", "a rule")
        .flatMap(_ -> fields.word("severity", SEVERITIES));
    Optional<String> confidence = fields.word("confidence", CONFIDENCES);
    Optional<String> why = fields.requiredText("why", "a rule");
    var cwe = new ArrayList<Integer>();
    for (Tree.Scalar number : fields.scalars("cwe")) {
      if (number.kind() == Tree.Kind.NUMBER && number.text().length() <= 5 && isDigits(number.text())) {
        cwe.add(Integer.valueOf(number.text()));
      } else {
        problems.error(number.at(), "'" + Text.shown(number.text()) + "' is no number of a weakness, as 306 is one");
      }
    }
    if (title.isEmpty() || severity.isEmpty() || why.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RuleInfo(id, title.get(), severity(severity.get()),
        confidence.map(RuleReader::confidence).orElse(Confidence.HIGH), why.get(), generalFix(), cwe,
        fields.texts("tags"), fields.texts("references"), fields.texts("aliases")));
  }

  /** The fix where it speaks of no finding in particular. */
  private Optional<String> generalFix() {
    return fields.text("fix").filter(text -> !text.contains("${"));
  }

  private Optional<Match> match() {
    Optional<Kind> kind = fields.requiredText("kind", "a rule")
        .flatMap(_ -> fields.word("kind", List.of(Kind.TEMPLATE.key(), Kind.IAM.key(), Kind.TAINT.key())))
        .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<Tree.Mapping> written = fields.mapping("match");
    if (!fields.has("match")) {
      problems.error(fields.at(), "a rule needs 'match'");
    }
    if (kind.isEmpty() || written.isEmpty()) {
      return Optional.empty();
    }
    return new MatchReader(conditions, problems).read(kind.get(), written.get());
  }

  private List<NodePath> report(MessageReader messages, Optional<Match> match) {
    var report = new ArrayList<NodePath>();
    for (Tree.Scalar text : fields.scalars("report")) {
      messages.nodePath(text.text(), text.at()).ifPresent(report::add);
    }
    if (report.isEmpty() && match.isPresent()) {
      report.add(new NodePath(switch (match.get()) {
        case Match.OfTemplate(_, var name, _) -> name;
        case Match.OfStatement statement -> statement.statementName();
        case Match.OfFlow flow -> flow.name();
        case Match.OfPrincipal principal -> principal.name();
        case Match.OfProblem problem -> problem.name();
        case Match.OfAccount account -> account.name();
      }, Path.SELF));
    }
    return report;
  }

  private List<Rule.Adjustment> adjustments() {
    var adjustments = new ArrayList<Rule.Adjustment>();
    for (Tree item : fields.items("adjust")) {
      if (!(item instanceof Tree.Mapping mapping)) {
        problems.error(item.at(), "an item of 'adjust' is an object with 'if' and 'severity' or 'confidence'");
        continue;
      }
      Fields entry = conditions.fields(mapping);
      entry.checkKeys(ADJUST, "an adjustment");
      Optional<Tree.Mapping> condition = entry.mapping("if");
      Optional<Severity> severity = entry.word("severity", SEVERITIES).map(RuleReader::severity);
      Optional<Confidence> confidence = entry.word("confidence", CONFIDENCES).map(RuleReader::confidence);
      if (condition.isEmpty() || severity.isEmpty() && confidence.isEmpty()) {
        problems.error(mapping.at(), "an adjustment needs 'if' and 'severity' or 'confidence'");
        continue;
      }
      boolean statement = fields.text("kind").equals(Optional.of(Kind.IAM.key()));
      adjustments.add(new Rule.Adjustment(conditions.read(condition.get(), Set.of(), statement), severity, confidence));
    }
    return adjustments;
  }

  private List<Rule.Evidence> evidence(MessageReader messages) {
    var evidence = new ArrayList<Rule.Evidence>();
    for (Tree item : fields.items("evidence")) {
      if (!(item instanceof Tree.Mapping mapping)) {
        problems.error(item.at(), "an item of 'evidence' is an object with 'at' and 'say'");
        continue;
      }
      Fields entry = conditions.fields(mapping);
      entry.checkKeys(EVIDENCE, "a step of evidence");
      Optional<NodePath> at = entry.requiredText("at", "a step of evidence")
          .flatMap(text -> messages.nodePath(text, entry.keyAt("at")));
      Optional<MessageTemplate> say = entry.requiredText("say", "a step of evidence")
          .map(text -> messages.read(text, entry.keyAt("say")));
      if (at.isPresent() && say.isPresent()) {
        evidence.add(new Rule.Evidence(at.get(), say.get()));
      }
    }
    return evidence;
  }

  private Rule changed(Rule rule, Extension change) {
    var changes = new Fields(change.tree(), change.names(), source.builtIn(), problems);
    Severity severity = changes.word("severity", SEVERITIES).map(RuleReader::severity).orElse(rule.info().severity());
    Optional<Boolean> enabled = changes.flag("enabled");
    RuleInfo old = rule.info();
    var info = new RuleInfo(old.id(), old.title(), severity, old.confidence(), old.why(), old.fix(), old.cwe(),
        old.tags(), old.references(), old.aliases());
    // Whoever chose a severity means it: adjustments of confidence stay, those of severity go.
    List<Rule.Adjustment> adjustments = changes.has("severity")
        ? rule.adjustments().stream()
            .map(one -> new Rule.Adjustment(one.condition(), Optional.empty(), one.confidence())).toList()
        : rule.adjustments();
    return new Rule(info, enabled.orElse(false) ? Profile.DEFAULT : rule.profile(), rule.match(), rule.report(),
        rule.message(), rule.fix(), rule.evidence(), adjustments, rule.reportUnknown(),
        changes.has("paths") ? changes.texts("paths") : rule.paths(), enabled.orElse(rule.enabled()), rule.at());
  }

  private static Severity severity(String word) {
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Confidence confidence(String word) {
    return Confidence.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || c != '-' && (c < '0' || c > '9'))) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= 100;
  }
}
