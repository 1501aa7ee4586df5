package dev.slguard.code.library;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads model files: a mapping with {@code language} and any of the groups {@code sinks}, {@code sources},
 * {@code sanitizers}, {@code guards}, {@code flows}, {@code callbacks}, {@code returns}, {@code types}, {@code falsy},
 * {@code secret-names}, {@code settings}, {@code handlers}, {@code runners}, {@code constants}, {@code uses}; a file without a language may hold
 * {@code categories}, {@code tags}, {@code events}, {@code secret-formats} and {@code placeholders}. A model is
 * {@code callee(positions)} or a mapping whose {@code call} is that. Not shared between threads.
 */
public final class LibraryReader {
  private final Map<String, LibraryBuilder> builders = new LinkedHashMap<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, EventFields> events = new LinkedHashMap<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private final List<SecretTexts.Format> formats = new ArrayList<>();
  private final List<String> placeholders = new ArrayList<>();
  private final List<Named> named = new ArrayList<>();

  /** Categories that a model names, where it stands: they may be declared in a later file. */
  private record Named(Set<String> categories, Span at) {}

  /** Whether {@code document} is a model file rather than a rule file. */
  public static boolean isModels(Tree document) {
    return document instanceof Tree.Mapping mapping && !mapping.has("rules")
        && (mapping.has("language") || ModelKeys.OF_ALL_LANGUAGES.stream().anyMatch(mapping::has)
            || ModelKeys.GROUPS.stream().anyMatch(mapping::has));
  }

  /** Adds what {@code file} says; what is wrong in it becomes a diagnostic of level ERROR and is left out. */
  public void read(Tree file, Diagnostics diagnostics) {
    if (!(file instanceof Tree.Mapping mapping)) {
      diagnostics.error(file.at(), "expected a mapping of models; the file is skipped");
      return;
    }
    Optional<LibraryBuilder> builder = mapping.text("language")
        .map(language -> builders.computeIfAbsent(language, LibraryBuilder::new));
    mapping.entries().forEach((key, entry) -> {
      try {
        group(key, entry, builder, diagnostics);
      } catch (IllegalArgumentException e) {
        diagnostics.error(entry.keyAt(), String.valueOf(e.getMessage()));
      }
    });
  }

  /** Names every category in the files read that none of them declares. */
  public void check(Diagnostics diagnostics) {
    var known = new TreeSet<>(categories.keySet());
    known.addAll(tags);
    known.add(Library.ALL);
    known.add(Library.NOTHING);
    for (Named one : named) {
      for (String category : one.categories) {
        if (!known.contains(category)) {
          diagnostics.error(one.at, "there is no category '" + category + "'" + Suggestion.forWord(category, known));
        }
      }
    }
  }

  /** All models read so far. */
  public Libraries libraries() {
    Map<String, Library> libraries = new LinkedHashMap<>();
    builders.forEach((language, builder) -> libraries.put(language, builder.build()));
    return new Libraries(libraries, new Categories(categories.values(), tags), events,
        new SecretTexts(formats, placeholders));
  }

  private void group(String key, Tree.Entry entry, Optional<LibraryBuilder> builder, Diagnostics diagnostics) {
    switch (key) {
      case "slguard", "language" -> {
      }
      case "categories" -> categories(entry.value());
      case "events" -> events(entry.value());
      case "secret-formats" -> formats(entry.value(), diagnostics);
      case "placeholders" -> placeholders.addAll(ModelParts.texts(entry.value()));
      case "tags" -> tags.addAll(ModelParts.texts(entry.value()));
      default -> {
        if (builder.isEmpty()) {
          throw new IllegalArgumentException("'" + key + "' needs a 'language' beside it");
        }
        models(key, entry.value(), builder.get(), diagnostics);
      }
    }
  }

  private void categories(Tree value) {
    ModelParts.mapping(value).entries().forEach((name, entry) -> {
      Tree.Mapping said = ModelParts.mapping(entry.value());
      Set<Label> labels = new LinkedHashSet<>();
      said.get("labels").ifPresent(list -> ModelParts.texts(list).forEach(text -> labels.add(label(text))));
      categories.put(name,
          new Category(name, labels, said.text("injection").orElse("true").equals("true"),
              said.text("of-event").orElse("true").equals("true"),
              said.text("second-order").orElse("true").equals("true"), said.text("harmless-behind")));
    });
  }

  private void formats(Tree value, Diagnostics diagnostics) {
    List<Tree> items = value instanceof Tree.Sequence sequence ? sequence.items() : List.of(value);
    for (Tree item : items) {
      try {
        Tree.Mapping said = ModelParts.mapping(item);
        formats.add(new SecretTexts.Format(said.text("name").orElse("key"),
            said.get("starts").map(ModelParts::texts)
                .orElseThrow(() -> new IllegalArgumentException("expected 'starts'")),
            constant(SecretTexts.Characters.class, said.text("of").orElse("word")), count(said, "least"),
            count(said, "most"), said.text("has").orElse("")));
      } catch (IllegalArgumentException e) {
        diagnostics.error(item.at(), e.getMessage() + "; the format is skipped");
      }
    }
  }

  private static int count(Tree.Mapping said, String key) {
    String text = said.text(key).orElse("0");
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("'" + key + "' is a number of characters");
    }
    return Integer.parseInt(text);
  }

  private void events(Tree value) {
    ModelParts.mapping(value).entries().forEach((names, entry) -> {
      Tree.Mapping said = ModelParts.mapping(entry.value());
      Map<String, Trust> fields = new LinkedHashMap<>();
      for (Trust trust : Trust.values()) {
        said.get(trust.name().toLowerCase(Locale.ROOT))
            .ifPresent(list -> expanded(list).forEach(field -> fields.put(field, trust)));
      }
      List<String> secrets = said.get("secrets").map(LibraryReader::expanded).orElse(List.of());
      List<String> texts = said.get("texts").map(LibraryReader::expanded).orElse(List.of());
      Trust otherwise = constant(Trust.class, said.text("otherwise").orElse("service"));
      ModelParts.split(names).forEach(name -> events.put(name, new EventFields(fields, secrets, texts, otherwise)));
    });
  }

  private static List<String> expanded(Tree list) {
    return ModelParts.texts(list).stream().flatMap(text -> LibraryBuilder.expand(text).stream()).toList();
  }

  private void models(String group, Tree value, LibraryBuilder builder, Diagnostics diagnostics) {
    switch (group) {
      case "sinks" -> each(group, value, diagnostics, (category, item) -> sink(category, item, builder));
      case "sources" -> each(group, value, diagnostics, (label, item) -> source(label, item, builder));
      case "sanitizers" -> each(group, value, diagnostics, (clears, item) -> sanitizer(clears, item, builder));
      case "guards" -> each(group, value, diagnostics, (clears, item) -> guard(clears, item, builder));
      case "flows" -> each(group, value, diagnostics, (transform, item) -> flow(transform, item, builder));
      case "settings" -> each(group, value, diagnostics, (category, item) -> setting(category, item, builder));
      case "callbacks" -> list(group, value, diagnostics, item -> callback(item, builder));
      case "returns" -> pairs(value, (call, type) -> builder.add(call, returning(type)));
      case "uses" -> pairs(value, (call, use) -> builder.add(call, using(use)));
      case "types" -> pairs(value, builder::supertype);
      case "constants" -> pairs(value, builder::constant);
      case "protocols" ->
        pairs(value, (what, method) -> builder.protocols.computeIfAbsent(what, key -> new ArrayList<>()).add(method));
      case "falsy" -> builder.falsy.addAll(ModelParts.texts(value));
      case "conventions" -> builder.convention = convention(ModelParts.mapping(value));
      case "handlers" -> handlers(value, diagnostics, builder);
      case "runners" -> runners(value, diagnostics, builder);
      case "secret-names" -> list(group, value, diagnostics, item -> secretNames(item, builder));
      default -> throw new IllegalArgumentException(
          "there is no group of models '" + group + "'" + Suggestion.forWord(group, ModelKeys.GROUPS));
    }
  }

  private static CallModel returning(String type) {
    return with(CallModel.NOTHING, List.of(), Optional.of(type), Optional.empty());
  }

  private static CallModel using(String use) {
    return with(CallModel.NOTHING, List.of(), Optional.empty(), Optional.of(use));
  }

  private static CallModel with(CallModel base, List<Sink> sinks, Optional<String> returns, Optional<String> use) {
    return new CallModel(sinks, base.sources(), base.sanitizers(), base.guards(), base.propagations(), base.callbacks(),
        returns, use);
  }

  /** What to do with one model under its group's key. */
  private interface Reading {
    void read(String key, ModelParts model);
  }

  /** What to do with one model. */
  private interface Single {
    void read(ModelParts model);
  }

  private void each(String group, Tree value, Diagnostics diagnostics, Reading reading) {
    ModelParts.mapping(value).entries().forEach((key, entry) -> {
      if (ModelKeys.OF_CATEGORIES.contains(group)) {
        named.add(new Named(ModelParts.split(key), entry.keyAt()));
      }
      list(group, entry.value(), diagnostics, model -> reading.read(key, model));
    });
  }

  private static void list(String group, Tree value, Diagnostics diagnostics, Single reading) {
    List<Tree> items = value instanceof Tree.Sequence sequence ? sequence.items() : List.of(value);
    for (Tree item : items) {
      try {
        ModelKeys.check(group, item, diagnostics);
        ModelParts.all(item).forEach(reading::read);
      } catch (IllegalArgumentException e) {
        diagnostics.error(item.at(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static void pairs(Tree value, java.util.function.BiConsumer<String, String> reading) {
    ModelParts.mapping(value).entries()
        .forEach((key, entry) -> ModelParts.texts(entry.value()).forEach(text -> reading.accept(key, text)));
  }

  private static void sink(String category, ModelParts model, LibraryBuilder builder) {
    List<Position> positions = model.positions().isEmpty() ? List.of(Position.argument(0)) : model.positions();
    Sink sink = new Sink(category, positions, constant(Part.class, model.text("part").orElse("any")),
        model.conditions(), constant(Level.class, model.text("weight").orElse("high")), model.text("note").orElse(""),
        model.words("requires"));
    CallModel said = with(CallModel.NOTHING, List.of(sink), Optional.empty(), Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static void source(String label, ModelParts model, LibraryBuilder builder) {
    List<Position> positions = model.positions().isEmpty() ? List.of(Position.result()) : model.positions();
    List<Source> sources = new ArrayList<>();
    for (Position position : positions) {
      sources.add(source(label, model, position));
    }
    CallModel said = new CallModel(List.of(), sources, List.of(), List.of(), List.of(), List.of(), Optional.empty(),
        Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static Source source(String label, ModelParts model, Position position) {
    return new Source(label(label), constant(Trust.class, model.text("trust").orElse("internal")),
        model.text("kind").orElse(label), position, model.conditions());
  }

  private static void sanitizer(String clears, ModelParts model, LibraryBuilder builder) {
    Sanitizer sanitizer = new Sanitizer(ModelParts.split(clears), model.words("tags"), model.conditions());
    CallModel said = new CallModel(List.of(), List.of(), List.of(sanitizer), List.of(), List.of(), List.of(),
        Optional.empty(), Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static void guard(String clears, ModelParts model, LibraryBuilder builder) {
    List<Position> subjects = model.positions().isEmpty() ? List.of(Position.argument(0)) : model.positions();
    Guard guard = new Guard(ModelParts.split(clears), subjects.getFirst(),
        constant(Guard.When.class, model.text("good-when").orElse("true")), model.words("requires"), model.conditions(),
        model.text("schema").map(Position::of));
    CallModel said = new CallModel(List.of(), List.of(), List.of(), List.of(guard), List.of(), List.of(),
        Optional.empty(), Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static void flow(String transform, ModelParts model, LibraryBuilder builder) {
    Position to = model.text("to").map(Position::of).orElse(Position.result());
    Propagation propagation = new Propagation(constant(Transform.class, transform), model.positions(), to,
        model.conditions(), model.text("type"), model.words("only"));
    CallModel said = new CallModel(List.of(), List.of(), List.of(), List.of(), List.of(propagation), List.of(),
        model.text("returns"), Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static void callback(ModelParts model, LibraryBuilder builder) {
    List<Callback.Input> inputs = new ArrayList<>();
    for (String text : model.list("gives")) {
      inputs.add(input(text, model));
    }
    List<Position> functions = model.positions().isEmpty() ? List.of(Position.argument(0)) : model.positions();
    Callback.Result result = constant(Callback.Result.class, model.text("result").orElse("untouched"));
    List<Callback> callbacks = new ArrayList<>();
    functions.forEach(function -> callbacks
        .add(new Callback(function, model.list("methods"), inputs, result, model.conditions(), model.list("harmless"),
            model.list("segments"), model.list("answers"), model.text("method"), validated(model))));
    CallModel said = new CallModel(List.of(), List.of(), List.of(), List.of(), List.of(), callbacks, Optional.empty(),
        Optional.empty());
    model.calls().forEach(call -> builder.add(call, said));
  }

  private static List<Callback.Validated> validated(ModelParts model) {
    List<Callback.Validated> all = new ArrayList<>();
    model.mapping().flatMap(said -> said.get("validated"))
        .ifPresent(given -> ModelParts.mapping(given).entries().forEach((members, entry) -> {
          Position schema = Position.of(ModelParts.texts(entry.value()).getFirst());
          Source source = source("untrusted", model, Position.result());
          all.add(new Callback.Validated(List.of(members.split("\\.", -1)), schema, source));
        }));
    return all;
  }

  private static Callback.Input input(String text, ModelParts model) {
    return switch (text) {
      case "returned" -> new Callback.Input.Returned();
      case "other" -> new Callback.Input.Other();
      case "path" -> new Callback.Input.Path();
      case "event" -> new Callback.Input.Event();
      case "untrusted", "secret", "exception", "llm" -> new Callback.Input.From(source(text, model, Position.result()));
      default -> text.startsWith("event.")
          ? new Callback.Input.EventPart(Position.of("0" + text.substring(5)).members())
          : text.startsWith("model:") || text.startsWith("models:")
              ? new Callback.Input.Model(Position.of(text.substring(text.indexOf(':') + 1)), text.startsWith("models"))
              : text.startsWith("schema:") || text.startsWith("enveloped:") || text.startsWith("envelopes:")
                  ? new Callback.Input.Schema(Position.of(text.substring(text.indexOf(':') + 1)),
                      text.startsWith("envelope"), text.startsWith("envelopes"))
                  : text.startsWith("type:")
                      ? new Callback.Input.Instance(text.substring(5))
                      : new Callback.Input.Of(Position.of(text));
    };
  }

  private static void secretNames(ModelParts model, LibraryBuilder builder) {
    builder.secretNames.add(new SecretNames(model.list("parts"), model.list("except-endings"),
        constant(SecretNames.Of.class, model.text("of").orElse("fields")), model.words("harmless")));
  }

  private static void setting(String category, ModelParts model, LibraryBuilder builder) {
    var setting = new Setting(category, model.words("names"), model.words("is"),
        constant(Level.class, model.text("weight").orElse("high")), model.text("note").orElse(""));
    setting.names().forEach(name -> builder.settings.computeIfAbsent(name, key -> new ArrayList<>()).add(setting));
  }

  private static Convention convention(Tree.Mapping said) {
    return new Convention(names(said, "events"), names(said, "contexts"), names(said, "others"),
        said.text("shaped").orElse("false").equals("true"), names(said, "types"), said.text("method").orElse(""),
        List.copyOf(names(said, "event-types")), names(said, "applications"));
  }

  private static void handlers(Tree value, Diagnostics diagnostics, LibraryBuilder builder) {
    List<Tree> items = value instanceof Tree.Sequence sequence ? sequence.items() : List.of(value);
    for (Tree item : items) {
      try {
        Tree.Mapping said = ModelParts.mapping(item);
        builder.handlers.add(new HandlerStyle(names(said, "annotations"), names(said, "types"), names(said, "methods"),
            annotations(said, "parameters"), said.text("otherwise").orElse(""), names(said, "returns"),
            annotations(said, "produces"), said.text("patterns").orElse("false").equals("true")));
      } catch (IllegalArgumentException e) {
        diagnostics.error(item.at(), e.getMessage() + "; the handler is skipped");
      }
    }
  }

  private static Map<String, String> annotations(Tree.Mapping said, String key) {
    Map<String, String> words = new LinkedHashMap<>();
    said.get(key).ifPresent(given -> ModelParts.mapping(given).entries().forEach((name, entry) -> {
      String word = ModelParts.texts(entry.value()).getFirst();
      LibraryBuilder.expand(name).forEach(annotation -> words.put(annotation, word));
    }));
    return words;
  }

  private static void runners(Tree value, Diagnostics diagnostics, LibraryBuilder builder) {
    List<Tree> items = value instanceof Tree.Sequence sequence ? sequence.items() : List.of(value);
    for (Tree item : items) {
      try {
        Tree.Mapping said = ModelParts.mapping(item);
        builder.runners.add(new Runner(names(said, "handlers"), names(said, "annotations"), names(said, "types"),
            List.copyOf(names(said, "named-by"))));
      } catch (IllegalArgumentException e) {
        diagnostics.error(item.at(), e.getMessage() + "; the runner is skipped");
      }
    }
  }

  private static Set<String> names(Tree.Mapping said, String key) {
    return new LinkedHashSet<>(said.get(key).map(LibraryReader::expanded).orElse(List.of()));
  }

  private static Label label(String text) {
    return constant(Label.class, text);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Text::word).toList();
    throw new IllegalArgumentException("'" + text + "' is not " + Suggestion.list(known));
  }
}
