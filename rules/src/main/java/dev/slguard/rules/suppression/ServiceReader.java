package dev.slguard.rules.suppression;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code custom.slguard.ignore} of serverless.yml: {@code [{rule, resource, reason, until}]}. */
final class ServiceReader {
  private static final Set<String> KEYS = Set.of("rule", "resource", "reason", "until");

  private ServiceReader() {}

  static List<Suppression> read(SourceFile file, SuppressionText checks, Diagnostics problems) {
    var found = new ArrayList<Suppression>();
    if (!file.text().contains("custom") || !file.text().contains("slguard") || !file.text().contains("service")) {
      return found;
    }
    // What is wrong with the file itself was reported when it was read for the scan.
    for (Tree document : Documents.read(file, Limits.DEFAULT, new Diagnostics())) {
      if (document instanceof Tree.Mapping service && service.has("service")) {
        service.mapping("custom").flatMap(custom -> custom.mapping("slguard")).flatMap(ours -> ours.get("ignore"))
            .ifPresent(ignore -> read(ignore, file.path(), checks, problems, found));
      }
    }
    return found;
  }

  private static void read(Tree ignore, String file, SuppressionText checks, Diagnostics problems,
      List<Suppression> found) {
    for (Tree item : ignore instanceof Tree.Sequence(var items, _) ? items : List.of(ignore)) {
      Optional<String> rule = item instanceof Tree.Mapping entry ? entry.text("rule") : Optional.empty();
      Optional<String> resource = item instanceof Tree.Mapping entry ? entry.text("resource") : Optional.empty();
      if (!(item instanceof Tree.Mapping entry) || rule.isEmpty() || resource.isEmpty()) {
        problems.warning(item.at(), "an item of 'custom.slguard.ignore' needs 'rule', 'resource' and 'reason'");
        continue;
      }
      for (String key : entry.entries().keySet()) {
        if (!KEYS.contains(key)) {
          problems.warning(entry.keyAt(key),
              "an item of 'ignore' has no key '" + Text.shown(key) + "'" + Suggestion.forWord(key, KEYS));
        }
      }
      checks.check(rule.get(), entry.text("reason").orElse(""), entry.text("until"),
          new Suppression.Scope.Resource(file, resource.get()), entry.keyAt("rule")).ifPresent(found::add);
    }
  }
}
