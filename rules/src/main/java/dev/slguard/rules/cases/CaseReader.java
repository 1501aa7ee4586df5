package dev.slguard.rules.cases;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the {@code tests} of a rule. */
public final class CaseReader {
  private static final Set<String> KEYS = Set.of("name", "template", "sam", "serverless", "policy", "trust", "files",
      "expect");
  private static final Set<String> EXPECT = Set.of("fail", "unknown", "line", "at", "contains");
  private static final String TEMPLATE = "template.yaml";
  private static final String SERVICE = "serverless.yml";

  private final String ruleId;
  private final Diagnostics problems;

  private CaseReader(String ruleId, Diagnostics problems) {
    this.ruleId = ruleId;
    this.problems = problems;
  }

  /** The cases of the rule {@code ruleId}; what is wrong with them goes to {@code problems}. */
  public static List<RuleCase> read(String ruleId, Tree tests, Diagnostics problems) {
    var reader = new CaseReader(ruleId, problems);
    var cases = new ArrayList<RuleCase>();
    if (!(tests instanceof Tree.Sequence(var items, _))) {
      problems.error(tests.at(), "'tests' needs a list of cases");
      return cases;
    }
    for (Tree item : items) {
      if (item instanceof Tree.Mapping mapping) {
        reader.read(mapping).ifPresent(cases::add);
      } else {
        problems.error(item.at(), "a case is an object with 'name' and a template, a policy or files");
      }
    }
    return cases;
  }

  private Optional<RuleCase> read(Tree.Mapping mapping) {
    checkKeys(mapping, KEYS, "a case");
    String name = mapping.text("name").orElse("");
    if (name.isBlank()) {
      problems.error(mapping.at(), "a case needs 'name'");
    }
    SequencedMap<String, String> files = files(mapping);
    if (files.isEmpty()) {
      problems.error(mapping.at(), "case '" + Text.shown(name) + "' has nothing to look at");
      return Optional.empty();
    }
    var expectations = new ArrayList<RuleCase.Expectation>();
    files.forEach((file, text) -> expectations.addAll(Markers.of(file, text)));
    if (mapping.get("expect").isPresent()) {
      expectations.addAll(expectations(mapping));
    } else if (expectations.isEmpty()) {
      problems.error(mapping.at(), "case '" + Text.shown(name)
          + "' expects nothing; mark lines with # fail, # ok or # unknown, or write 'expect'");
    }
    return Optional.of(new RuleCase(ruleId, name, files, expectations, mapping.at()));
  }

  private void checkKeys(Tree.Mapping mapping, Set<String> known, String what) {
    for (String key : mapping.entries().keySet()) {
      if (!known.contains(key)) {
        problems.error(mapping.keyAt(key),
            "'" + Text.shown(key) + "' is no key of " + what + Suggestion.forWord(key, known));
      }
    }
  }

  private SequencedMap<String, String> files(Tree.Mapping mapping) {
    var files = new LinkedHashMap<String, String>();
    for (String key : List.of("template", "sam")) {
      mapping.text(key).ifPresent(text -> files.put(text.stripLeading().startsWith("{") ? "template.json" : TEMPLATE,
          key.equals("sam") ? PolicyTemplate.withTransform(text) : text));
    }
    mapping.text("serverless").ifPresent(text -> files.put(SERVICE, text));
    mapping.get("policy").ifPresent(policy -> files.put(TEMPLATE, PolicyTemplate.ofPolicy(policy)));
    mapping.get("trust").ifPresent(policy -> files.put(TEMPLATE, PolicyTemplate.ofTrust(policy)));
    mapping.mapping("files").ifPresent(written -> {
      for (Map.Entry<String, Tree.Entry> entry : written.entries().entrySet()) {
        if (entry.getValue().value() instanceof Tree.Scalar scalar) {
          files.put(entry.getKey(), scalar.text());
        } else {
          problems.error(entry.getValue().keyAt(), "a file of a case is a text");
        }
      }
    });
    return files;
  }

  private List<RuleCase.Expectation> expectations(Tree.Mapping mapping) {
    var expectations = new ArrayList<RuleCase.Expectation>();
    if (!(mapping.get("expect").orElseThrow() instanceof Tree.Sequence(var items, _))) {
      problems.error(mapping.keyAt("expect"), "'expect' needs a list, which may be empty");
      return expectations;
    }
    for (Tree item : items) {
      if (item instanceof Tree.Mapping one && (one.has("fail") || one.has("unknown"))) {
        checkKeys(one, EXPECT, "an expectation");
        expectations.add(expectation(one));
      } else {
        problems.error(item.at(), "an expectation is an object with 'fail' or 'unknown' and the place found");
      }
    }
    return expectations;
  }

  private RuleCase.Expectation expectation(Tree.Mapping one) {
    RuleCase.Outcome outcome = one.has("fail") ? RuleCase.Outcome.FAIL : RuleCase.Outcome.UNKNOWN;
    Optional<String> file = Optional.empty();
    OptionalInt line = one.text("line").map(text -> number(text, one.keyAt("line"))).orElse(OptionalInt.empty());
    Optional<String> at = one.text("at");
    if (at.isPresent()) {
      int colon = at.get().lastIndexOf(':');
      file = Optional.of(colon < 0 ? at.get() : at.get().substring(0, colon));
      line = colon < 0 ? line : number(at.get().substring(colon + 1), one.keyAt("at"));
    }
    return new RuleCase.Expectation(outcome, one.text(Markers.word(outcome)), file, line, one.text("contains"));
  }

  private OptionalInt number(String text, Span at) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      problems.error(at, "'" + Text.shown(text) + "' is no line number");
      return OptionalInt.empty();
    }
  }
}
