package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects the rules of several files and reads them once all are known, so that files may come in any order. */
final class RuleLoader {
  /** The versions of the language that are read. */
  private static final String VERSION = "1";
  private static final Set<String> FILE = Set.of("slguard", "lists", "rules");
  private static final Set<String> EXTENSION = Set.of("extends", "severity", "options", "enabled", "paths");

  private final Diagnostics problems;
  private final Map<String, RuleSource> sources = new LinkedHashMap<>();
  private final Map<String, RuleReader.Extension> overrides = new LinkedHashMap<>();

  RuleLoader(Diagnostics problems) {
    this.problems = problems;
  }

  /** Adds the rules of one document. */
  void add(Tree document, boolean builtIn) {
    if (!(document instanceof Tree.Mapping mapping)) {
      problems.error(document.at(), "a rule file is an object with 'slguard' and 'rules'");
      return;
    }
    Substitution lists = Substitution.ofLists(mapping.mapping("lists"), problems);
    var fields = new Fields(mapping, lists, builtIn, problems);
    Optional<String> version = fields.requiredText("slguard", "a rule file");
    if (version.isPresent() && !version.get().equals(VERSION)) {
      problems.error(mapping.keyAt("slguard"), "version '" + Text.shown(version.get())
          + "' of the rule language is not known; this program reads version " + VERSION);
      return;
    }
    fields.checkKeys(FILE, "a rule file");
    for (Tree item : fields.items("rules")) {
      if (item instanceof Tree.Mapping rule) {
        add(new RuleSource(rule, lists, builtIn));
      } else {
        problems.error(item.at(), "a rule is an object");
      }
    }
  }

  private void add(RuleSource source) {
    if (source.tree().has("extends")) {
      addOverride(source);
      return;
    }
    String id = source.tree().text("id").orElse("");
    RuleSource first = sources.putIfAbsent(id, source);
    if (first == null) {
      return;
    }
    if (id.isEmpty()) {
      problems.error(source.tree().at(), "a rule needs 'id'");
    } else {
      problems.error(source.tree().keyAt("id"), "the id '" + Text.shown(id) + "' is taken by the rule at "
          + first.tree().keyAt("id") + "; to change that rule write 'extends'");
    }
  }

  private void addOverride(RuleSource source) {
    var fields = new Fields(source.tree(), source.lists(), source.builtIn(), problems);
    fields.checkKeys(EXTENSION, "a rule that extends another");
    fields.requiredText("extends", "a rule that extends another").ifPresent(id -> {
      if (overrides.putIfAbsent(id, new RuleReader.Extension(source.tree(), source.lists())) != null) {
        problems.error(source.tree().keyAt("extends"), "'" + Text.shown(id) + "' is extended twice");
      }
    });
  }

  /** The rules, once every file has been added. */
  RuleSet finish() {
    for (Map.Entry<String, RuleReader.Extension> entry : overrides.entrySet()) {
      if (!sources.containsKey(entry.getKey())) {
        problems.error(entry.getValue().tree().keyAt("extends"), "there is no rule '" + Text.shown(entry.getKey())
            + "' to extend" + Suggestion.forWord(entry.getKey(), sources.keySet()));
      }
    }
    var rules = new TreeMap<String, Rule>();
    var cases = new TreeMap<String, Tree>();
    for (Map.Entry<String, RuleSource> entry : sources.entrySet()) {
      RuleSource source = entry.getValue();
      new RuleReader(source, Optional.ofNullable(overrides.get(entry.getKey())), problems).read().ifPresent(rule -> {
        rules.put(rule.id(), rule);
        source.tree().get("tests").ifPresent(tests -> cases.put(rule.id(), tests));
      });
    }
    return new RuleSet(rules, cases);
  }
}
