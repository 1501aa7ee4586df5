package dev.slguard.template.sam;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A template in a form that can be compared with another: lists sorted, numbers spelled alike, and what may differ left
 * out (hashes in ids, descriptions of deployments, SAM's own tags, info of a document).
 */
final class Comparison {
  private static final Set<String> ONE_OR_MANY = Set.of("Action", "Resource", "Principal", "AWS", "Service");
  private static final Set<String> ORDERED = Set.of("Layers", "Policies");

  private final Map<String, String> resources = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, Tree.Mapping> trees = new TreeMap<>();
  private Tree.Mapping template;

  Comparison(Tree.Mapping template) {
    this.template = template;
    read();
  }

  private void read() {
    resources.clear();
    types.clear();
    trees.clear();
    template.mapping("Resources").ifPresent(section -> section.entries().forEach((id, entry) -> {
      if (entry.value() instanceof Tree.Mapping resource) {
        types.put(id, resource.text("Type").orElse(""));
        trees.put(id, resource);
        resources.put(id, normal(resource, ""));
      }
    }));
  }

  Map<String, String> resources() {
    return Collections.unmodifiableMap(resources);
  }

  String type(String id) {
    return types.getOrDefault(id, "");
  }

  /** Renames the hashed ids of this template to those of {@code other} where type, stem and content agree. */
  void align(Comparison other) {
    var renames = new TreeMap<String, String>();
    for (String id : List.copyOf(resources.keySet())) {
      String stem = stem(id);
      if (stem.equals(id) || other.resources.containsKey(id)) {
        continue;
      }
      Optional<String> match = other.resources.keySet().stream()
          .filter(candidate -> !resources.containsKey(candidate) && !renames.containsValue(candidate)
              && stem(candidate).equals(stem) && !candidate.equals(stem) && other.type(candidate).equals(type(id)))
          .max((a, b) -> Integer.compare(likeness(id, other, a), likeness(id, other, b)));
      match.ifPresent(target -> renames.put(id, target));
    }
    String text = TreeJson.compact(template);
    for (Map.Entry<String, String> rename : renames.entrySet()) {
      text = text.replace(rename.getKey(), rename.getValue());
    }
    Tree renamed = Documents.read(SourceFile.of("renamed.json", text), Limits.DEFAULT, new Diagnostics()).getFirst();
    template = (Tree.Mapping) renamed;
    read();
  }

  private int likeness(String id, Comparison other, String candidate) {
    String mine = blurred(resources.getOrDefault(id, ""));
    String theirs = blurred(other.resources.getOrDefault(candidate, ""));
    return mine.equals(theirs) ? Integer.MAX_VALUE : -Math.abs(mine.length() - theirs.length());
  }

  private static String blurred(String text) {
    return text.replaceAll("[0-9a-f]{10}", "#");
  }

  static String stem(String id) {
    return id.length() > 10 && id.substring(id.length() - 10).matches("[0-9a-f]{10}")
        ? id.substring(0, id.length() - 10)
        : id;
  }

  /** Ids with types. */
  Set<String> kinds() {
    var kinds = new TreeSet<String>();
    types.forEach((id, type) -> kinds.add(type + " " + id));
    return kinds;
  }

  /** Resources of the given types, normalised. */
  Set<String> ofTypes(Set<String> wanted) {
    var found = new TreeSet<String>();
    resources.forEach((id, text) -> {
      if (wanted.contains(type(id))) {
        found.add(id + " " + text);
      }
    });
    return found;
  }

  /** What the documents of APIs say: each operation with its security, integration and the schemes beside. */
  Set<String> routes() {
    var found = new TreeSet<>(
        ofTypes(Set.of("AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Authorizer")));
    trees.forEach((id, resource) -> {
      if (type(id).equals("AWS::ApiGateway::RestApi") || type(id).equals("AWS::ApiGatewayV2::Api")) {
        resource.mapping("Properties").flatMap(properties -> properties.mapping("Body")).ifPresent(body -> {
          for (String key : List.of("paths", "securityDefinitions", "components", "x-amazon-apigateway-policy",
              "x-amazon-apigateway-cors")) {
            body.get(key).ifPresent(part -> found.add(id + " " + key + " " + normal(part, key)));
          }
        });
      }
    });
    return found;
  }

  /** The properties through which plain resources start functions. */
  Set<String> notifications() {
    var found = new TreeSet<String>();
    trees.forEach((id, resource) -> resource.mapping("Properties").ifPresent(properties -> {
      for (String key : List.of("NotificationConfiguration", "LambdaConfig")) {
        properties.get(key).ifPresent(part -> found.add(id + " " + key + " " + normal(part, key)));
      }
    }));
    return found;
  }

  private static String normal(Tree tree, String key) {
    return switch (tree) {
      case Tree.Scalar scalar -> '"' + spelled(scalar) + '"';
      case Tree.Sequence(var items, _) -> list(items, key);
      case Tree.Mapping mapping -> object(mapping, key);
    };
  }

  private static String spelled(Tree.Scalar scalar) {
    String text = scalar.text();
    if (!text.isEmpty() && text.length() < 30 && text.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    String plain = text.replaceAll("(NOT\\w+?)[0-9a-f]{10}$", "$1");
    return scalar.kind() == Tree.Kind.BOOLEAN ? plain.toLowerCase(java.util.Locale.ROOT) : plain;
  }

  private static String list(List<Tree> items, String key) {
    if (items.size() == 1 && ONE_OR_MANY.contains(key)) {
      return normal(items.getFirst(), key);
    }
    var texts = new ArrayList<String>();
    for (Tree item : items) {
      if (!isOwnTag(item)) {
        texts.add(normal(item, ""));
      }
    }
    if (!ORDERED.contains(key)) {
      Collections.sort(texts);
    }
    return texts.toString();
  }

  private static boolean isOwnTag(Tree item) {
    return item instanceof Tree.Mapping mapping
        && mapping.text("Key").or(() -> mapping.text("name")).filter(Comparison::isOwnTagName).isPresent();
  }

  private static boolean isOwnTagName(String name) {
    return name.endsWith(":createdBy") || name.startsWith("sam:ConditionalDependsOn:");
  }

  private static String object(Tree.Mapping mapping, String key) {
    var texts = new TreeMap<String, String>();
    boolean deployment = mapping.text("Type").filter("AWS::ApiGateway::Deployment"::equals).isPresent();
    boolean document = mapping.has("swagger") || mapping.has("openapi");
    mapping.entries().forEach((name, entry) -> {
      if (isOwnTagName(name) || document && name.equals("info") || name.equals("TemplateURL")) {
        return;
      }
      String text = normal(entry.value(), name);
      boolean empty = text.equals("[]") || text.equals("{}");
      if (name.equals("Metadata") && text.contains("aws:sam:connectors")
          || empty && List.of("Tags", "tags", "Metadata", "ManagedPolicyArns").contains(name)) {
        return;
      }
      texts.put(name, text);
    });
    if (deployment && mapping.mapping("Properties").isPresent()) {
      Draft properties = Draft.of(mapping.mapping("Properties").orElse(mapping));
      properties.remove("Description");
      texts.put("Properties", object(properties.build(), key));
    }
    return texts.toString();
  }
}
