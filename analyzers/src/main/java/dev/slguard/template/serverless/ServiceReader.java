package dev.slguard.template.serverless;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.Unresolved;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.variables.Inputs;
import dev.slguard.template.serverless.variables.Resolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a service file for each of its stages: variables resolved, lists merged, functions named. */
final class ServiceReader {
  private static final String DEFAULT_STAGE = "dev";

  private final String path;
  private final Tree.Mapping document;
  private final Root root;
  private final TemplateOptions options;
  private final Diagnostics diagnostics;
  private final Tree.Mapping composed;

  ServiceReader(String path, Tree.Mapping document, Root root, TemplateOptions options, Diagnostics diagnostics) {
    this.path = path;
    this.document = named(document);
    this.root = root;
    this.options = options;
    this.diagnostics = diagnostics;
    this.composed = Composition.parameters(path, root);
  }

  /** {@code document} with an object as service (version 2 had those) replaced by the name in it. */
  private static Tree.Mapping named(Tree.Mapping document) {
    Optional<Tree> name = document.mapping("service").flatMap(service -> service.get("name"));
    if (name.isEmpty()) {
      return document;
    }
    var entries = new LinkedHashMap<>(document.entries());
    entries.put("service", new Tree.Entry(document.keyAt("service"), name.get()));
    return new Tree.Mapping(entries, document.at());
  }

  /** The provider's name. */
  Optional<String> providerName() {
    // What cannot be resolved is reported once, by the expansion proper.
    Resolver resolver = resolver(options.stage().orElse(DEFAULT_STAGE), options.stage(), new Diagnostics());
    Tree provider = document.get("provider").map(resolver::resolve).orElse(document);
    return Config.text(provider).or(() -> Config.mapping(provider).flatMap(mapping -> mapping.text("name")));
  }

  /** The stage that the caller names; else the default one and all others that the service declares. */
  List<String> stages() {
    if (options.stage().isPresent()) {
      return List.of(options.stage().get());
    }
    var stages = new LinkedHashSet<String>();
    stages.add(defaultStage());
    for (String key : List.of("params", "stages")) {
      document.mapping(key).ifPresent(
          mapping -> mapping.entries().keySet().stream().filter(name -> !name.equals("default")).forEach(stages::add));
    }
    return List.copyOf(stages);
  }

  private String defaultStage() {
    Optional<Tree> written = document.mapping("provider").flatMap(provider -> Config.value(provider, "stage"));
    Resolver resolver = resolver(DEFAULT_STAGE, Optional.empty(), new Diagnostics());
    return written.map(resolver::resolve).flatMap(Config::text).orElse(DEFAULT_STAGE);
  }

  private Resolver resolver(String stage, Optional<String> option, Diagnostics reports) {
    Map<String, String> given = new HashMap<>();
    option.ifPresent(name -> given.put("stage", name));
    options.region().ifPresent(region -> given.put("region", region));
    var declared = new ArrayList<Tree.Mapping>();
    for (String name : List.of(stage, "default")) {
      declared.add(Config.mappingAt(document, "stages", name, "params"));
      declared.add(Config.mappingAt(document, "params", name));
    }
    declared.add(composed);
    var inputs = new Inputs(stage, given, options.parameters(), declared);
    return new Resolver(document, Root.parent(path), root, inputs, reports);
  }

  /** The service for {@code stage}. */
  Service service(String stage) {
    // The default stage is what a deployment without --stage has: then ${opt:stage, …} takes its fallback.
    boolean named = options.stage().isPresent() || !stage.equals(defaultStage());
    Resolver resolver = resolver(stage, named ? Optional.of(stage) : Optional.empty(), diagnostics);
    var entries = new LinkedHashMap<String, Tree.Entry>();
    document.entries().forEach((key, entry) -> {
      if (!key.equals("params") && !key.equals("stages") && !key.equals("custom")) {
        entries.put(key, new Tree.Entry(entry.keyAt(), resolver.resolve(entry.value())));
      }
    });
    document.get("custom").ifPresent(
        custom -> entries.put("custom", new Tree.Entry(document.keyAt("custom"), pluginSettings(custom, resolver))));
    var config = new Tree.Mapping(entries, document.at());
    Tree name = config.get("service").orElseThrow();
    Tree.Mapping provider = config.mapping("provider").orElseGet(() -> Tree.emptyMapping(document.keyAt("provider")));
    List<ServiceFunction> functions = functions(config, name, stage);
    return new Service(path, config, name, stage, provider, functions, functions, version(config, functions));
  }

  /** The settings of plugins that matter here; the rest of {@code custom} counts only where a variable uses it. */
  private static Tree pluginSettings(Tree custom, Resolver resolver) {
    if (!(custom instanceof Tree.Mapping mapping)) {
      return custom;
    }
    var kept = new LinkedHashMap<String, Tree.Entry>();
    for (String key : List.of("serverless-iam-roles-per-function", "wsgi", "esbuild")) {
      Tree.Entry entry = mapping.entries().get(key);
      if (entry != null) {
        kept.put(key, new Tree.Entry(entry.keyAt(), resolver.resolve(entry.value())));
      }
    }
    return new Tree.Mapping(kept, mapping.at());
  }

  /** The version that is asked for; else 4 where there is what only that knows. */
  private int version(Tree.Mapping config, List<ServiceFunction> functions) {
    String written = config.text("frameworkVersion").orElse("");
    for (int i = 0; i < written.length(); i++) {
      if (Character.isDigit(written.charAt(i))) {
        return written.charAt(i) >= '4' ? 4 : 3;
      }
    }
    boolean only4 = document.has("stages") || config.has("build") || config.has("licenseKey")
        || Config.textAt(config, "provider", "iam", "role", "mode").isPresent()
        || functions.stream().anyMatch(function -> function.config().mapping("iam").isPresent());
    return only4 ? 4 : 3;
  }

  private List<ServiceFunction> functions(Tree.Mapping config, Tree service, String stage) {
    Tree.Mapping merged = config.get("functions").map(tree -> merged(tree, "functions", diagnostics))
        .orElseGet(() -> Tree.emptyMapping(document.at()));
    var functions = new ArrayList<ServiceFunction>();
    merged.entries().forEach((key, entry) -> {
      Optional<Unresolved> unknown = Unresolved.of(entry.value());
      if (unknown.isPresent()) {
        diagnostics.error(entry.keyAt(), "the function '" + Text.shown(key) + "' is computed ('"
            + Text.shown(unknown.get().detail()) + "'); it is not analysed");
      } else if (entry.value() instanceof Tree.Mapping function) {
        var draft = new Draft(entry.keyAt());
        Tree name = Config.truthy(function, "name")
            .orElseGet(() -> draft.concat(service, draft.text("-" + stage + "-" + key)));
        functions.add(new ServiceFunction(key, function, entry.keyAt(), name));
      } else if (!Config.isNull(entry.value())) {
        diagnostics.error(entry.keyAt(), "the function '" + key + "' is no object; it is left out");
      }
    });
    return functions;
  }

  /** An object, or a list of objects laid on one another; a part that is not known is reported as one of {@code section}. */
  static Tree.Mapping merged(Tree tree, String section, Diagnostics diagnostics) {
    return switch (tree) {
      case Tree.Mapping mapping -> known(mapping, section, diagnostics);
      case Tree.Sequence(var items, _) -> {
        Tree.Mapping all = Tree.emptyMapping(tree.at());
        for (Tree item : items) {
          all = item instanceof Tree.Mapping mapping ? Merge.deep(all, known(mapping, section, diagnostics)) : all;
        }
        yield all;
      }
      case Tree.Scalar _ -> Tree.emptyMapping(tree.at());
    };
  }

  private static Tree.Mapping known(Tree.Mapping mapping, String section, Diagnostics diagnostics) {
    Optional<Unresolved> unknown = Unresolved.of(mapping);
    if (unknown.isEmpty()) {
      return mapping;
    }
    diagnostics.error(mapping.at(),
        "what '" + Text.shown(unknown.get().detail()) + "' adds to '" + section + "' is not known; it is not analysed");
    return Tree.emptyMapping(mapping.at());
  }
}
