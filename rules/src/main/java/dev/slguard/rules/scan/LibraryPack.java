package dev.slguard.rules.scan;

import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Run by the build: packs the built-in rules and models, since reading more than a hundred YAML files would cost every scan
 * more than the scan itself. Four files, a line each of what was a file, with tabs between its parts: what a scan asks of the
 * rules first (profile, names, resource types they are about), the rules without and with their tests as JSON, and the models
 * (path, the file as JSON).
 */
public final class LibraryPack {
  /** Stands before a category of flows where a rule is about flows, not resources. */
  static final String FLOW = "flow:";

  /** Stands before the part that a policy document plays, where a rule is about documents whatever carries them. */
  static final String DOCUMENT = "policy:";
  /** Stands for rules about whatever a template has: triggers, functions, parameters, all resources. */
  static final String TEMPLATE = "template:";
  /** Stands where a rule compares with a pulled account. */
  static final String ACCOUNT = "account:";

  private LibraryPack() {}

  /** {@code policy:identity}. */
  static String document(Match.PolicyRole role) {
    return DOCUMENT + role.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Packs all YAML files below the folders {@code library} and {@code models}.
   *
   * @param arguments the folder that holds both, the folder to write to
   * @throws IOException if a file cannot be read or written, or is no YAML
   */
  public static void main(String[] arguments) throws IOException {
    Path resources = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    var index = new StringBuilder();
    var rules = new StringBuilder();
    var tested = new StringBuilder();
    each(resources.resolve("library"), (_, document) -> {
      index.append(header(document)).append('\n');
      rules.append(TreeJson.compact(withoutTests(document))).append('\n');
      tested.append(TreeJson.compact(document)).append('\n');
    });
    var models = new StringBuilder();
    each(resources.resolve("models"),
        (path, document) -> models.append(path).append('\t').append(TreeJson.compact(document)).append('\n'));
    Files.writeString(target.resolve(Pack.INDEX), index);
    Files.writeString(target.resolve(Pack.RULES), rules);
    Files.writeString(target.resolve(Pack.RULES_WITH_TESTS), tested);
    Files.writeString(target.resolve(Pack.MODELS), models);
  }

  /** Hands every document below {@code folder} to {@code work}, with the path of its file. */
  private static void each(Path folder, BiConsumer<String, Tree> work) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      var diagnostics = new Diagnostics();
      String path = folder.relativize(file).toString().replace('\\', '/');
      List<Tree> documents = Documents.read(SourceFile.of(path, Files.readString(file)), Limits.DEFAULT, diagnostics);
      for (Diagnostic diagnostic : diagnostics.toList()) {
        throw new IOException(diagnostic.at() + ": " + diagnostic.message());
      }
      documents.forEach(document -> work.accept(path, document));
    }
  }

  private static Tree withoutTests(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, var at) ->
        new Tree.Sequence(items.stream().map(LibraryPack::withoutTests).toList(), at);
      case Tree.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Tree.Entry>();
        mapping.entries().forEach((key, entry) -> {
          if (!key.equals("tests")) {
            entries.put(key, new Tree.Entry(entry.keyAt(), withoutTests(entry.value())));
          }
        });
        yield new Tree.Mapping(entries, mapping.at());
      }
    };
  }

  /**
   * The first profile in which a rule of the file is on, ids and aliases of its rules, and the resource types they are asked
   * of, or what stands for more than a type.
   */
  private static String header(Tree document) {
    var names = new ArrayList<String>();
    var subjects = new TreeSet<String>();
    RuleSet.Loaded loaded = RuleSet.load(List.of(document), List.of());
    if (!loaded.problems().isEmpty()) {
      Diagnostic problem = loaded.problems().getFirst();
      throw new IllegalStateException(problem.at() + ": " + problem.message());
    }
    Profile profile = Profile.AUDIT;
    for (Rule rule : loaded.rules().all()) {
      names.add(rule.id());
      names.addAll(rule.info().aliases());
      profile = rule.profile().compareTo(profile) < 0 ? rule.profile() : profile;
      subjects.addAll(switch (rule.match()) {
        case Match.OfFlow flow -> flow.categories().stream().map(category -> FLOW + category).toList();
        case Match.OfProblem _ -> List.of(DOCUMENT + "*");
        case Match.OfAccount _ -> List.of(ACCOUNT);
        case Match.OfPrincipal _ ->
          List.of("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");
        case Match.OfStatement statement -> statement.carriers().isEmpty()
            ? statement.policies().stream().map(LibraryPack::document).toList()
            : statement.carriers();
        case Match.OfTemplate template ->
          template.subject() instanceof Match.Subject.Resources(var types) && !types.contains("*")
              ? types
              : List.of(TEMPLATE);
      });
    }
    return profile.rank() + "\t" + String.join(",", names) + "\t" + String.join(",", subjects);
  }
}
