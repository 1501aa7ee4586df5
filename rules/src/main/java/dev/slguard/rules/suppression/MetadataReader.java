package dev.slguard.rules.suppression;

import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code Metadata: {slguard: {ignore: [{rule, reason, until}]}}} of resources. It reaches all that lowering makes of
 * the resource, since findings carry the id that the author wrote.
 */
final class MetadataReader {
  private static final Set<String> KEYS = Set.of("rule", "reason", "until");

  private final SuppressionText checks;
  private final Diagnostics problems;
  private final Set<Value> seen = new HashSet<>();
  private final List<Suppression> found = new ArrayList<>();

  private MetadataReader(SuppressionText checks, Diagnostics problems) {
    this.checks = checks;
    this.problems = problems;
  }

  static List<Suppression> read(List<Deployment> deployments, SuppressionText checks, Diagnostics problems) {
    var reader = new MetadataReader(checks, problems);
    for (Deployment deployment : deployments) {
      deployment.resources().values().forEach(reader::read);
    }
    return reader.found;
  }

  private void read(Resource resource) {
    if (!(resource.attributes().get("Metadata") instanceof Value.Mapping metadata)
        || !(metadata.get("slguard") instanceof Value.Mapping ours)) {
      return;
    }
    for (String key : ours.entries().keySet()) {
      if (!key.equals("ignore")) {
        problems.warning(ours.keyAt(key),
            "Metadata of slguard has no key '" + Text.shown(key) + "'" + Suggestion.forWord(key, List.of("ignore")));
      }
    }
    for (Value item : Values.items(ours.get("ignore"))) {
      // A resource made by lowering may carry a copy of its parent's Metadata.
      if (seen.add(item)) {
        read(item, resource);
      }
    }
  }

  private void read(Value item, Resource resource) {
    if (!(item instanceof Value.Mapping entry)) {
      problems.warning(item.at(), "an item of 'ignore' is an object with 'rule' and 'reason'");
      return;
    }
    for (String key : entry.entries().keySet()) {
      if (!KEYS.contains(key)) {
        problems.warning(entry.keyAt(key),
            "an item of 'ignore' has no key '" + Text.shown(key) + "'" + Suggestion.forWord(key, KEYS));
      }
    }
    Optional<String> rule = Values.text(entry.get("rule"));
    if (rule.isEmpty()) {
      problems.warning(item.at(), "an item of 'ignore' needs 'rule'");
      return;
    }
    var scope = new Suppression.Scope.Resource(item.at().file(), resource.provenance().authoredId());
    checks.check(rule.get(), Values.text(entry.get("reason")).orElse(""), Values.text(entry.get("until")), scope,
        entry.keyAt("rule")).ifPresent(found::add);
  }
}
