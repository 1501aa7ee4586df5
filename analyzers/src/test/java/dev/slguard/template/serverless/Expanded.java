package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Scratch;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service, expanded, as tests look at it. */
final class Expanded {
  final List<Expansion> expansions;
  final List<String> messages;

  private Expanded(List<Expansion> expansions, List<String> messages) {
    this.expansions = expansions;
    this.messages = messages;
  }

  /** {@code text} as serverless.yml in a folder of its own. */
  static Expanded of(String text) {
    return of(text, TemplateOptions.NONE, Map.of());
  }

  /** {@code text} as serverless.yml beside {@code files}. */
  static Expanded of(String text, TemplateOptions options, Map<String, String> files) {
    try (Scratch scratch = Scratch.create()) {
      Path folder = scratch.folder();
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      var root = new Root(folder, Limits.DEFAULT);
      var diagnostics = new Diagnostics();
      var document = (Tree.Mapping) Documents.read(SourceFile.of("serverless.yml", text), root.limits(), diagnostics)
          .getFirst();
      var format = new ServerlessFormat();
      assertThat(format.recognises("serverless.yml", document)).isTrue();
      var expansions = format.expand("serverless.yml", document, root, options, diagnostics);
      return new Expanded(expansions, diagnostics.toList().stream().map(d -> d.at() + " " + d.message()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service of AWS named {@code shop}, with {@code rest} below its provider. */
  static Expanded shop(String rest) {
    return of("service: shop\nprovider:\n  name: aws\n  runtime: nodejs20.x\n" + rest);
  }

  /** The only expansion. */
  Expansion only() {
    assertThat(expansions).hasSize(1);
    return expansions.getFirst();
  }

  /** The resource {@code id} of the first expansion. */
  Tree.Mapping resource(String id) {
    return expansions.getFirst().body().mapping("Resources").flatMap(resources -> resources.mapping(id))
        .orElseThrow(() -> new AssertionError("no resource " + id + " among " + ids()));
  }

  /** All logical ids. */
  List<String> ids() {
    return expansions.getFirst().body().mapping("Resources").map(r -> List.copyOf(r.entries().keySet()))
        .orElse(List.of());
  }

  /** Properties of the resource {@code id}, from {@code keys} on, as JSON. */
  JsonElement json(String id, String... keys) {
    return JsonParser.parseString(Shape.of(tree(id, keys)));
  }

  /** Properties of the resource {@code id}, from {@code keys} on; list items by number. */
  Tree tree(String id, String... keys) {
    Tree current = resource(id).get("Properties").orElseThrow();
    for (String key : keys) {
      Tree holder = current;
      Optional<Tree> next = holder instanceof Tree.Sequence(var items, _)
          ? Optional.of(items.get(Integer.parseInt(key)))
          : Config.mapping(holder).flatMap(mapping -> mapping.get(key));
      current = next.orElseThrow(() -> new AssertionError("no " + key + " in " + Shape.of(holder)));
    }
    return current;
  }

  /** The line on which the node was authored. */
  int line(String id, String... keys) {
    return tree(id, keys).at().line();
  }

  /** Statements of a role's first policy, as JSON. */
  List<String> statements(String role) {
    return Config.items(tree(role, "Policies", "0", "PolicyDocument", "Statement")).stream().map(Shape::of).toList();
  }
}
