package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The property Policies of a function or state machine. An entry is a managed policy (name or ARN), a policy document, a
 * policy template with its parameters, or a function that gives one of these.
 */
final class PolicyEntries {
  private final SamTemplate template;
  private final Owner owner;
  private final String roleId;
  private final RolePolicies role;

  PolicyEntries(SamTemplate template, Owner owner, String roleId, RolePolicies role) {
    this.template = template;
    this.owner = owner;
    this.roleId = roleId;
    this.role = role;
  }

  /** Adds all entries of {@code policies} to the role. */
  void add(Tree policies) {
    if (Intrinsics.isNull(policies)) {
      return;
    }
    int index = 0;
    for (Tree entry : entries(policies)) {
      add(entry, index++);
    }
  }

  /** A lone text, document or function counts as a list of one; an object of several templates as a list of them. */
  private static List<Tree> entries(Tree policies) {
    if (policies instanceof Tree.Sequence(var items, _)) {
      return items;
    }
    return List.of(policies);
  }

  private void add(Tree entry, int index) {
    if (Intrinsics.isNull(entry)) {
      template.error(owner, entry.at(), "an entry of Policies is empty; it is left out");
      return;
    }
    if (entry instanceof Tree.Scalar scalar) {
      role.addManaged(managed(scalar));
    } else if (Intrinsics.is("Fn::If", entry)) {
      choice(entry, index);
    } else if (Intrinsics.isFunction(entry)) {
      role.addManaged(entry);
    } else if (entry instanceof Tree.Mapping mapping) {
      document(mapping).ifPresent(document -> role.add(name(index), document, mapping.at()));
    } else {
      template.error(owner, entry.at(), "a list stands within Policies; it is left out");
    }
  }

  private String name(int index) {
    return roleId + "Policy" + index;
  }

  /** The ARN of a managed policy given by name; a text that is no known name stays as it is. */
  private Tree managed(Tree.Scalar scalar) {
    return ManagedPolicies.arn(scalar.text(), template.partition()).<Tree>map(arn -> Tree.Scalar.text(arn, scalar.at()))
        .orElse(scalar);
  }

  /** The document that {@code entry} stands for: itself, or a template filled in; empty after a diagnostic. */
  private Optional<Tree.Mapping> document(Tree.Mapping entry) {
    if (entry.has("Statement")) {
      return Optional.of(entry);
    }
    List<String> names = entry.entries().keySet().stream().toList();
    if (names.isEmpty()) {
      template.error(owner, entry.at(), "an entry of Policies is empty; it is left out");
      return Optional.empty();
    }
    String name = names.getFirst();
    if (!PolicyTemplates.has(name)) {
      template.error(owner, entry.keyAt(name),
          "'" + Text.shown(name) + "' is no policy template, and a document needs Statement; the entry is left out");
      return Optional.empty();
    }
    if (names.size() > 1) {
      template.error(owner, entry.at(), "an entry of Policies names several templates; only '" + name + "' is read");
    }
    return template(name, entry);
  }

  private Optional<Tree.Mapping> template(String name, Tree.Mapping entry) {
    List<String> wanted = PolicyTemplates.parameters(name);
    Tree given = entry.get(name).orElse(entry);
    Span at = entry.keyAt(name);
    if (!(given instanceof Tree.Mapping values)) {
      template.error(owner, at, "policy template '" + name + "' needs an object of parameters; the entry is left out");
      return Optional.empty();
    }
    var missing = new ArrayList<String>();
    for (String parameter : wanted) {
      if (values.get(parameter).filter(value -> !Intrinsics.isNull(value)).isEmpty()) {
        missing.add(parameter);
      }
    }
    if (!missing.isEmpty()) {
      template.error(owner, at,
          "policy template '" + name + "' needs '" + String.join("', '", missing) + "'; the entry is left out");
      return Optional.empty();
    }
    return Optional.of(PolicyTemplates.document(name, values, at));
  }

  /** Fn::If: both arms are managed policies, or both documents or templates; either may be NoValue. */
  private void choice(Tree entry, int index) {
    Optional<List<Tree>> items = Intrinsics.choiceItems(entry);
    if (items.isEmpty()) {
      template.error(owner, entry.at(), "'Fn::If' in Policies needs a condition and two values; it is left out");
      return;
    }
    Tree whenTrue = items.get().get(1);
    Tree whenFalse = items.get().get(2);
    if (whenTrue instanceof Tree.Sequence || whenFalse instanceof Tree.Sequence) {
      template.error(owner, entry.at(), "an arm of 'Fn::If' in Policies is a list; it is left out");
      return;
    }
    boolean documents = isDocument(whenTrue) || isDocument(whenFalse);
    if (documents && (isManaged(whenTrue) || isManaged(whenFalse))) {
      template.error(owner, entry.at(),
          "the arms of 'Fn::If' in Policies are of different kinds; the entry is left out");
      return;
    }
    String condition = Intrinsics.textOf(items.get().getFirst()).orElse("");
    Tree choice = Intrinsics.choice(condition, arm(whenTrue, index, documents), arm(whenFalse, index, documents),
        entry.at());
    if (documents) {
      role.addEntry(choice);
    } else {
      role.addManaged(choice);
    }
  }

  private static boolean isDocument(Tree arm) {
    return arm instanceof Tree.Mapping && !Intrinsics.isFunction(arm);
  }

  private static boolean isManaged(Tree arm) {
    return arm instanceof Tree.Scalar || Intrinsics.isFunction(arm) && !Intrinsics.isNoValue(arm);
  }

  private Tree arm(Tree arm, int index, boolean documents) {
    if (!documents) {
      return arm instanceof Tree.Scalar scalar ? managed(scalar) : arm;
    }
    return arm instanceof Tree.Mapping mapping && isDocument(arm)
        ? document(mapping)
            .<Tree>map(
                document -> Draft.at(arm.at()).put("PolicyName", name(index)).put("PolicyDocument", document).build())
            .orElseGet(() -> Intrinsics.noValue(arm.at()))
        : arm;
  }
}
