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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Run by the build: packs the built-in rule files into one file, since reading a hundred YAML files would cost
 * every scan more than the scan itself; and into a second one with their tests, for {@code slguard rules test}.
 * A line is a rule file: profile, names, resource types it is about and the file as JSON, with tabs between.
 */
public final class LibraryPack {
  /** Stands before a category of flows where a rule is about flows, not resources. */
  static final String FLOW = "flow:";

  private LibraryPack() {}

  /**
   * Packs all YAML files below a folder.
   *
   * @param arguments the folder with the rule files, the folder to write to
   * @throws IOException if a file cannot be read or written, or is no YAML
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target);
    Files.writeString(target.resolve("library.txt"), pack(folder, files, true));
    Files.writeString(target.resolve("library-with-tests.txt"), pack(folder, files, false));
  }

  private static String pack(Path folder, List<Path> files, boolean withoutTests) throws IOException {
    var pack = new StringBuilder();
    for (Path file : files) {
      var diagnostics = new Diagnostics();
      var source = SourceFile.of(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      for (Tree document : Documents.read(source, Limits.DEFAULT, diagnostics)) {
        var json = new StringBuilder();
        write(document, withoutTests, json);
        pack.append(header(document)).append('\t').append(json).append('\n');
      }
      for (Diagnostic diagnostic : diagnostics.toList()) {
        throw new IOException(diagnostic.at() + ": " + diagnostic.message());
      }
    }
    return pack.toString();
  }

  /**
   * The first profile in which a rule of the file is on, ids and aliases of its rules, and the resource types they are asked
   * of; {@code *} for all.
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
        case Match.OfProblem _ -> List.of("*");
        case Match.OfPrincipal _ ->
          List.of("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy");
        case Match.OfStatement statement -> statement.carriers().isEmpty() ? List.of("*") : statement.carriers();
        case Match.OfTemplate template ->
          template.subject() instanceof Match.Subject.Resources(var types) ? types : List.of("*");
      });
    }
    return profile.rank() + "\t" + String.join(",", names) + "\t" + String.join(",", subjects);
  }

  private static void write(Tree tree, boolean withoutTests, StringBuilder json) {
    switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, _) -> {
        switch (kind) {
          case TEXT -> quote(text, json);
          case NUMBER -> json.append(text);
          case BOOLEAN -> json.append(text.toLowerCase(Locale.ROOT));
          case NULL -> json.append("null");
        }
      }
      case Tree.Sequence(var items, _) -> {
        json.append('[');
        for (int i = 0; i < items.size(); i++) {
          json.append(i == 0 ? "" : ",");
          write(items.get(i), withoutTests, json);
        }
        json.append(']');
      }
      case Tree.Mapping mapping -> {
        json.append('{');
        String comma = "";
        for (var entry : mapping.entries().entrySet()) {
          if (!withoutTests || !entry.getKey().equals("tests")) {
            json.append(comma);
            quote(entry.getKey(), json);
            json.append(':');
            write(entry.getValue().value(), withoutTests, json);
            comma = ",";
          }
        }
        json.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
