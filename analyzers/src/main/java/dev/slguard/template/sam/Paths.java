package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The section {@code paths} of an OpenAPI document under change. A path and a method may each stand in Fn::If; every arm is
 * visited.
 */
final class Paths {
  /** The key under which API Gateway's documents hold a route of every method. */
  static final String ANY = "x-amazon-apigateway-any-method";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace",
      "any", ANY);

  /** What stands beside methods and is no object. */
  private static final Set<String> PLAIN = Set.of("parameters", "summary", "description", "servers", "$ref");

  private final Span at;
  private final LinkedHashMap<String, Tree.Entry> items = new LinkedHashMap<>();

  /** A change of one operation. */
  interface Edit {
    void change(String path, String method, Draft operation);
  }

  Paths(Optional<Tree> written, Span at) {
    this.at = at;
    if (written.isPresent() && written.get() instanceof Tree.Mapping mapping) {
      items.putAll(mapping.entries());
    }
  }

  /** The key of the method {@code method} as events write it. */
  static String key(String method) {
    String lower = method.toLowerCase(Locale.ROOT);
    return lower.equals("any") ? ANY : lower;
  }

  Set<String> names() {
    return Set.copyOf(items.keySet());
  }

  List<String> inOrder() {
    return List.copyOf(items.keySet());
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether some arm of {@code path} has {@code method}. */
  boolean has(String path, String method) {
    return arms(path).stream().anyMatch(item -> item.has(method));
  }

  /** The operations that stand under {@code path} and {@code method}, in every arm. */
  List<Tree.Mapping> operations(String path, String method) {
    return arms(path).stream().flatMap(item -> armsOf(item.get(method)).stream()).toList();
  }

  /** The objects that {@code path} may be. */
  List<Tree.Mapping> arms(String path) {
    return armsOf(Optional.ofNullable(items.get(path)).map(Tree.Entry::value));
  }

  private static List<Tree.Mapping> armsOf(Optional<Tree> tree) {
    if (tree.isEmpty() || !(tree.get() instanceof Tree.Mapping mapping)) {
      return List.of();
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(mapping);
    if (choice.isEmpty()) {
      return Intrinsics.isFunction(mapping) ? List.of() : List.of(mapping);
    }
    return List.of(choice.get().get(1), choice.get().get(2)).stream().flatMap(arm -> armsOf(Optional.of(arm)).stream())
        .toList();
  }

  /** Adds an operation to {@code path}, to each of its arms. */
  void add(String path, String method, Tree operation) {
    Tree.Entry entry = items.get(path);
    Tree item = entry == null || !(entry.value() instanceof Tree.Mapping)
        ? Tree.emptyMapping(operation.at())
        : entry.value();
    Span key = entry == null ? operation.at() : entry.keyAt();
    items.put(path, new Tree.Entry(key, withMethod(item, method, operation)));
  }

  private static Tree withMethod(Tree item, String method, Tree operation) {
    Optional<List<Tree>> choice = Intrinsics.choiceItems(item);
    if (choice.isPresent()) {
      List<Tree> arms = choice.get();
      return Intrinsics.choice(Intrinsics.textOf(arms.getFirst()).orElse(""),
          Intrinsics.isNoValue(arms.get(1)) ? arms.get(1) : withMethod(arms.get(1), method, operation),
          Intrinsics.isNoValue(arms.get(2)) ? arms.get(2) : withMethod(arms.get(2), method, operation), item.at());
    }
    return Draft.of(item).put(method, operation).build();
  }

  /** Puts the whole of {@code path} under {@code condition}. */
  void guard(String path, String condition) {
    Tree.Entry entry = items.get(path);
    if (entry != null) {
      items.put(path, new Tree.Entry(entry.keyAt(),
          Intrinsics.choice(condition, entry.value(), Intrinsics.noValue(entry.keyAt()), entry.keyAt())));
    }
  }

  /**
   * Brings OPTIONS operations, which SAM writes as Swagger has them, into the form of OpenAPI 3; not those under Fn::If.
   *
   * @param times how often: the translator does so after each of its steps, and wraps the types of headers every time
   */
  void preflightAsThree(int times) {
    items.replaceAll((_, entry) -> {
      Optional<Tree.Mapping> options = entry.value() instanceof Tree.Mapping item
          ? item.mapping("options")
          : Optional.empty();
      if (options.filter(operation -> operation.has("consumes")).isEmpty()) {
        return entry;
      }
      Draft operation = Draft.of(options.get());
      operation.remove("consumes");
      operation.remove("produces");
      options.get().mapping("responses").ifPresent(responses -> responses.entries().forEach((code, response) -> {
        if (response.value() instanceof Tree.Mapping mapping && mapping.has("headers")) {
          Draft headers = operation.child("responses").child(code).child("headers");
          headers.names().forEach(
              name -> headers.get(name).filter(type -> type instanceof Tree.Mapping plain && !plain.has("schema"))
                  .ifPresent(type -> headers.put(name, wrapped(type, times))));
        }
      }));
      return new Tree.Entry(entry.keyAt(), Draft.of(entry.value()).put("options", operation).build());
    });
  }

  private static Tree wrapped(Tree type, int times) {
    Tree result = type;
    for (int i = 0; i < times; i++) {
      result = Draft.at(type.at()).put("schema", result).build();
    }
    return result;
  }

  /** What becomes of one operation. */
  interface Replacement {
    Tree of(Draft operation);
  }

  /** Replaces the operations under {@code path} and {@code method}, in every arm of the path. */
  void replace(String path, String method, Replacement replacement) {
    items.computeIfPresent(path,
        (_, entry) -> new Tree.Entry(entry.keyAt(), replaced(entry.value(), method, replacement)));
  }

  private static Tree replaced(Tree item, String method, Replacement replacement) {
    if (!(item instanceof Tree.Mapping mapping)) {
      return item;
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(mapping);
    if (choice.isPresent()) {
      return Intrinsics.choice(Intrinsics.textOf(choice.get().getFirst()).orElse(""),
          replaced(choice.get().get(1), method, replacement), replaced(choice.get().get(2), method, replacement),
          item.at());
    }
    Optional<Tree> operation = mapping.get(method).filter(Tree.Mapping.class::isInstance)
        .filter(tree -> !Intrinsics.isFunction(tree));
    return operation.isEmpty()
        ? item
        : Draft.of(mapping).put(method, replacement.of(Draft.of(operation.get()))).build();
  }

  /** Lets {@code edit} change every operation, in every arm. */
  void update(Edit edit) {
    items.replaceAll((path, entry) -> new Tree.Entry(entry.keyAt(), item(path, entry.value(), edit)));
  }

  private static Tree item(String path, Tree tree, Edit edit) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return tree;
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(mapping);
    if (choice.isPresent()) {
      return Intrinsics.choice(Intrinsics.textOf(choice.get().getFirst()).orElse(""),
          item(path, choice.get().get(1), edit), item(path, choice.get().get(2), edit), tree.at());
    }
    var all = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((method, entry) -> all.put(method,
        isMethod(method) ? new Tree.Entry(entry.keyAt(), operation(path, method, entry.value(), edit)) : entry));
    return new Tree.Mapping(all, mapping.at());
  }

  private static Tree operation(String path, String method, Tree tree, Edit edit) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return tree;
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(mapping);
    if (choice.isPresent()) {
      return Intrinsics.choice(Intrinsics.textOf(choice.get().getFirst()).orElse(""),
          operation(path, method, choice.get().get(1), edit), operation(path, method, choice.get().get(2), edit),
          tree.at());
    }
    if (Intrinsics.isFunction(mapping)) {
      return tree;
    }
    Draft draft = Draft.of(mapping);
    edit.change(path, method, draft);
    return draft.build();
  }

  /** Told of each thing that is written in the wrong form. */
  interface Problem {
    void at(Span place, String problem);
  }

  /** Names every path and operation that is no object. */
  void problems(Problem told) {
    items.forEach((path, entry) -> {
      if (!(entry.value() instanceof Tree.Mapping)) {
        told.at(entry.keyAt(), "path '" + Text.shown(path) + "' is no object");
      }
      for (Tree.Mapping item : arms(path)) {
        item.entries().forEach((key, operation) -> problems(path, key, operation, told));
      }
    });
  }

  private static void problems(String path, String key, Tree.Entry operation, Problem told) {
    if (!PLAIN.contains(key) && !key.startsWith("x-amazon-apigateway-") && !(operation.value() instanceof Tree.Mapping)
        || isMethod(key) && !(operation.value() instanceof Tree.Mapping)) {
      told.at(operation.keyAt(), "'" + Text.shown(key) + "' of path '" + Text.shown(path) + "' is no object");
    } else if (isMethod(key) && operation.value() instanceof Tree.Mapping mapping
        && mapping.get("responses").filter(tree -> !(tree instanceof Tree.Mapping)).isPresent()) {
      told.at(operation.keyAt(),
          "'responses' of '" + Text.shown(key) + "' of path '" + Text.shown(path) + "' is no object");
    }
  }

  /** Whether {@code key} names a method: paths hold parameters and other things beside. */
  static boolean isMethod(String key) {
    return METHODS.contains(key.toLowerCase(Locale.ROOT));
  }

  Tree.Mapping build() {
    return new Tree.Mapping(items, at);
  }
}
