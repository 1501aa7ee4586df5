package dev.slguard.graph.policy;

import dev.slguard.iam.policy.PolicyText;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds policy documents that stand somewhere inside other JSON or YAML: under {@code policy} in the description of a service, in
 * Terraform's JSON configuration, in what {@code terraform show -json} prints of a plan or a state. A document in it is an object
 * or JSON in a text. Terraform's own form of statements and texts with Terraform expressions are not read, and reported.
 */
final class EmbeddedDocuments {
  /** Where the names of policies and of what carries them stand. */
  private static final List<String> NAMES = List.of("address", "PolicyName", "policyName", "policy_name", "name",
      "Name");

  private final String file;
  private final Diagnostics diagnostics;
  private final List<Written> documents = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final boolean expressions;
  private int unread;

  private EmbeddedDocuments(String file, boolean expressions, Diagnostics diagnostics) {
    this.file = file;
    this.expressions = expressions;
    this.diagnostics = diagnostics;
  }

  /**
   * The documents inside {@code value}, in the order written; empty if it holds none. What is a template is left to its own readers.
   *
   * @param name for documents that have none
   * @param path of the file, whose ending tells Terraform's configuration
   */
  static Optional<List<Written>> of(Value.Mapping value, String name, String path, Diagnostics diagnostics) {
    if (isTemplate(value)) {
      return Optional.empty();
    }
    var found = new EmbeddedDocuments(name, path.endsWith(".tf.json"), diagnostics);
    found.search(planned(value), "", "");
    return found.documents.isEmpty() && found.unread == 0 ? Optional.empty() : Optional.of(found.documents);
  }

  /** Whether this is a CloudFormation template or a Serverless Framework service: {@code scan} reads those. */
  static boolean isTemplate(Value.Mapping value) {
    return value.get("Resources") instanceof Value.Mapping || value.entries().containsKey("AWSTemplateFormatVersion")
        || value.entries().containsKey("provider") && value.entries().containsKey("functions");
  }

  /** A plan says most things three times; what will be counts (Terraform, JSON output format). */
  private static Value planned(Value.Mapping value) {
    boolean plan = value.entries().containsKey("format_version");
    return plan && value.get("planned_values") instanceof Value.Mapping values
        ? values
        : plan && value.get("values") instanceof Value.Mapping values ? values : value;
  }

  private void search(Value value, String key, String owner) {
    switch (value) {
      case Value.Mapping mapping -> {
        if (isDocument(mapping)) {
          add(mapping, key, owner);
        } else if (key.equals("aws_iam_policy_document")) {
          mapping.entries().forEach((name, _) -> notRead("data.aws_iam_policy_document." + name,
              "is written in Terraform's own form of statements", mapping.keys().getOrDefault(name, mapping.at())));
        } else {
          String here = isAddress(owner)
              ? owner
              : NAMES.stream().flatMap(name -> Values.text(mapping.get(name)).stream()).findFirst().orElse(owner);
          mapping.entries().forEach((name, entry) -> search(entry, name,
              key.startsWith("aws_") && entry instanceof Value.Mapping ? key + '.' + name : here));
        }
      }
      case Value.Listing(var items, _) -> items.forEach(item -> search(item, key, owner));
      case Value.Scalar scalar -> text(scalar, key, owner);
      case Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> {
      }
    }
  }

  /** Whether {@code owner} names a resource of Terraform, which says more than the names inside it. */
  private static boolean isAddress(String owner) {
    return owner.startsWith("aws_") || owner.contains(".aws_");
  }

  private void text(Value.Scalar scalar, String key, String owner) {
    String text = scalar.text();
    if (text.indexOf('{') < 0 || !text.contains("Statement") && !isPolicyKey(key)) {
      return;
    }
    if (expressions && hasExpression(text)) {
      if (isPolicyKey(key)) {
        notRead(owner.isEmpty() ? key : owner, "holds Terraform expressions", scalar.at());
      }
      return;
    }
    String plain = expressions ? text.replace("$${", "${") : text;
    PolicyText.document(plain, scalar.at()).filter(EmbeddedDocuments::isDocument)
        .ifPresent(document -> add(document, key, owner));
  }

  private static boolean isPolicyKey(String key) {
    return key.endsWith("policy");
  }

  /** Whether a dollar or percent sign and a brace begin an expression; doubled signs are text (Terraform, strings and templates). */
  private static boolean hasExpression(String text) {
    for (int i = 1; i < text.length(); i++) {
      char sign = text.charAt(i - 1);
      if (text.charAt(i) == '{' && (sign == '$' || sign == '%') && (i < 2 || text.charAt(i - 2) != sign)) {
        return true;
      }
    }
    return false;
  }

  private void notRead(String name, String why, Span at) {
    unread++;
    diagnostics.error(at, "'" + name + "' " + why
        + "; it is not checked: check what 'terraform show -json' prints of a plan, where everything is worked out");
  }

  private static boolean isDocument(Value.Mapping mapping) {
    return Values.items(mapping.get("Statement")).stream()
        .anyMatch(statement -> statement instanceof Value.Mapping written && written.entries().containsKey("Effect"));
  }

  private void add(Value.Mapping document, String key, String owner) {
    String name = owner.isEmpty() ? file : owner;
    int count = names.merge(name, 1, Integer::sum);
    Optional<PolicyType> part = switch (key) {
      case "assume_role_policy", "AssumeRolePolicyDocument", "assumeRolePolicy", "trustPolicy", "trust_policy" ->
        Optional.of(PolicyType.TRUST);
      default -> Optional.empty();
    };
    documents.add(new Written(count == 1 ? name : name + " (" + count + ')', part, document));
  }
}
