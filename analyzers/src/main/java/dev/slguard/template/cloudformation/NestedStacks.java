package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stacks nested in a template whose own templates lie in the scanned root. Each is made when first asked for: its
 * parameters may be outputs of another.
 */
final class NestedStacks {
  private static final int DEEPEST = 8;

  private final StackEvaluation parent;
  private final Shared shared;
  private final List<String> chain;
  private final Map<String, Optional<StackEvaluation>> made = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  NestedStacks(StackEvaluation parent, Shared shared, List<String> chain) {
    this.parent = parent;
    this.shared = shared;
    this.chain = chain;
  }

  /** The stack {@code id}; empty if that is no nested stack or its template is not to be found. */
  Optional<StackEvaluation> stack(String id) {
    Optional<StackEvaluation> known = made.get(id);
    if (known != null) {
      return known;
    }
    Optional<Tree.Mapping> written = parent.scope().resources().flatMap(section -> section.mapping(id))
        .filter(resource -> resource.text("Type").filter("AWS::CloudFormation::Stack"::equals).isPresent());
    if (written.isEmpty() || !open.add(id)) {
      written.ifPresent(resource -> shared.diagnostics().error(resource.at(), "the parameters of nested stack '"
          + Text.shown(id) + "' depend on its own outputs; they are treated as unknown"));
      return Optional.empty();
    }
    Optional<StackEvaluation> stack = load(id, written.get());
    open.remove(id);
    made.put(id, stack);
    return stack;
  }

  /** The output {@code name} of the stack {@code id}, at the place that uses it; empty if it is not known. */
  Optional<Value> output(String id, String name, Span at) {
    return stack(id).flatMap(stack -> {
      Optional<Value> value = stack.output(name);
      if (value.isEmpty()) {
        shared.diagnostics().error(at, "nested stack '" + Text.shown(id) + "' has no output '" + Text.shown(name)
            + "'; the value is treated as unknown");
        return Optional.of(new Value.Unknown(Value.Origin.MALFORMED, id + ".Outputs." + name, at));
      }
      return value.map(found -> Places.moved(found, at));
    });
  }

  private Optional<StackEvaluation> load(String id, Tree.Mapping written) {
    ConditionSet when = parent.conditionOf(written);
    Optional<Tree> url = written.mapping("Properties").flatMap(properties -> properties.get("TemplateURL"));
    if (url.isEmpty() || when.isImpossible() || shared.formats().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> file = file(parent.interpreter().value(url.get(), when));
    if (file.isEmpty()) {
      shared.diagnostics().warning(url.get().at(), "the template of nested stack '" + Text.shown(id)
          + "' is not in the scanned folder; what it deploys is not known");
      return Optional.empty();
    }
    if (chain.contains(file.get()) || chain.size() >= DEEPEST || !shared.budget().takeStack()) {
      shared.diagnostics().error(url.get().at(),
          chain.contains(file.get())
              ? "template '" + file.get() + "' nests itself; it is not followed"
              : "stacks are nested too deep or too often; '" + file.get() + "' is not followed");
      return Optional.empty();
    }
    return expansion(file.get(), url.get().at()).map(expansion -> {
      var inner = new ArrayList<>(chain);
      inner.add(file.get());
      return new StackEvaluation(known(expansion, id), shared, parent.interpreter().prefixed(id) + '/',
          given(written, when), when, inner);
    });
  }

  /** {@code nested} with what the parent's format knows of its resources, under {@code Parent/Child}. */
  private Expansion known(Expansion nested, String id) {
    var provenance = new LinkedHashMap<>(nested.provenance());
    parent.expansion().provenance().forEach((key, value) -> {
      if (key.startsWith(id + '/')) {
        provenance.put(key.substring(id.length() + 1), value);
      }
    });
    return new Expansion(nested.name(), nested.file(), nested.format(), nested.body(), provenance,
        nested.sourceFolders());
  }

  private Map<String, Value> given(Tree.Mapping written, ConditionSet when) {
    var given = new LinkedHashMap<String, Value>();
    written.mapping("Properties").flatMap(properties -> properties.mapping("Parameters"))
        .ifPresent(parameters -> parameters.entries().forEach((name, entry) -> {
          Value value = parent.interpreter().value(entry.value(), when);
          if (!(value instanceof Value.Absent)) {
            given.put(name, value);
          }
        }));
    return given;
  }

  private Optional<Expansion> expansion(String file, Span asker) {
    var read = new Diagnostics();
    Optional<Tree> content = Includes.content(file, asker, shared.root(), read);
    read.toList().forEach(shared.diagnostics()::add);
    if (content.isEmpty() || !(content.get() instanceof Tree.Mapping document)) {
      return Optional.empty();
    }
    for (TemplateFormat format : shared.formats()) {
      if (format.recognises(file, document)) {
        return format.expand(file, document, shared.root(), shared.options(), shared.diagnostics()).stream()
            .findFirst();
      }
    }
    shared.diagnostics().error(asker, "'" + file + "' is no template; the nested stack is not analysed");
    return Optional.empty();
  }

  /**
   * The file that TemplateURL names: a local path, or the longest end of an address that is a file of the root, beside the
   * template or from the root on (templates are uploaded under their own names).
   */
  private Optional<String> file(Value url) {
    String text = switch (url) {
      case Value.Scalar scalar -> scalar.text();
      case Value.Text parts when parts.parts().getLast() instanceof Value.Scalar end -> end.text();
      case Value.Text _,Value.Unknown _,Value.Reference _,Value.Choice _,Value.Listing _,Value.Mapping _,Value.Absent _ ->
        "";
    };
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    boolean address = path.contains("://") || url instanceof Value.Text;
    for (String rest = path; !rest.isEmpty();) {
      Optional<String> found = parent.interpreter().localFile(rest);
      if (found.isEmpty() && address) {
        found = Root.resolveIn("", rest).filter(name -> !name.isEmpty() && shared.root().isFile(name));
      }
      if (found.isPresent() || !address) {
        return found;
      }
      int slash = rest.indexOf('/');
      rest = slash < 0 ? "" : rest.substring(slash + 1);
    }
    return Optional.empty();
  }
}
