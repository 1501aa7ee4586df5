package dev.slguard.template.sam;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Globals, merged into each SAM resource: objects key by key, the resource's keys winning; lists joined, the global items
 * first; anything else replaced. A function counts as a plain value.
 */
final class Globals {
  private final SamTemplate template;
  private final Map<String, Tree.Mapping> sections = new LinkedHashMap<>();

  Globals(SamTemplate template) {
    this.template = template;
    Optional<Tree> written = template.body().get("Globals").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    if (!(written.get() instanceof Tree.Mapping mapping)) {
      template.diagnostics().error(written.get().at(), "section 'Globals' is no object; it is not read");
      return;
    }
    mapping.entries().forEach(this::section);
  }

  private void section(String name, Tree.Entry entry) {
    List<String> known = ResourceProperties.globals("AWS::Serverless::" + name);
    if (known.isEmpty()) {
      template.diagnostics().error(entry.keyAt(),
          "section 'Globals' knows no '" + Text.shown(name) + "'; it is not read");
      return;
    }
    if (!(entry.value() instanceof Tree.Mapping mapping)) {
      if (!Intrinsics.isNull(entry.value())) {
        template.diagnostics().error(entry.keyAt(), "'" + name + "' of section 'Globals' is no object; it is not read");
      }
      return;
    }
    var kept = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((key, value) -> {
      if (known.contains(key)) {
        kept.put(key, value);
      } else {
        template.diagnostics().error(value.keyAt(),
            "'" + Text.shown(key) + "' cannot stand under '" + name + "' of section 'Globals'; it is not read");
      }
    });
    sections.put("AWS::Serverless::" + name, new Tree.Mapping(kept, mapping.at()));
  }

  /** {@code owner} with the globals of its type, less those that it ignores. */
  Owner merged(Owner owner) {
    Tree.Mapping section = sections.get(owner.type());
    if (section == null) {
      return owner;
    }
    Optional<Tree> ignored = owner.resource().get("IgnoreGlobals");
    if (ignored.isPresent()) {
      if (Intrinsics.textOf(ignored.get()).filter("*"::equals).isPresent()) {
        return owner;
      }
      section = without(section, ignored.get(), owner);
    }
    return owner.withProperties(merge(section, owner.properties()));
  }

  private Tree.Mapping without(Tree.Mapping section, Tree ignored, Owner owner) {
    if (!(ignored instanceof Tree.Sequence(var names, _))) {
      template.error(owner, owner.resource().keyAt("IgnoreGlobals"), "IgnoreGlobals needs '*' or a list of properties");
      return section;
    }
    Draft left = Draft.of(section);
    for (Tree name : names) {
      Optional<String> text = Intrinsics.textOf(name);
      if (text.isEmpty() || !ResourceProperties.takes(owner.type(), text.get())) {
        template.error(owner, name.at(), "IgnoreGlobals names something that is no property of the resource");
      }
      text.ifPresent(left::remove);
    }
    return left.build();
  }

  private static Tree.Mapping merge(Tree.Mapping global, Tree.Mapping local) {
    var merged = new LinkedHashMap<>(global.entries());
    local.entries().forEach((key, entry) -> {
      Tree.Entry other = global.entries().get(key);
      merged.put(key, other == null ? entry : new Tree.Entry(entry.keyAt(), merge(other.value(), entry.value())));
    });
    return new Tree.Mapping(merged, local.entries().isEmpty() ? global.at() : local.at());
  }

  private static Tree merge(Tree global, Tree local) {
    if (global instanceof Tree.Mapping one && local instanceof Tree.Mapping other && !Intrinsics.isFunction(one)
        && !Intrinsics.isFunction(other)) {
      return merge(one, other);
    }
    if (global instanceof Tree.Sequence(var first, _) && local instanceof Tree.Sequence(var second, var at)) {
      var all = new ArrayList<>(first);
      all.addAll(second);
      return new Tree.Sequence(all, at);
    }
    return local;
  }
}
