package dev.slguard.cli;

import dev.slguard.code.library.LibraryReader;
import dev.slguard.code.library.Models;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.rules.scan.Library;
import dev.slguard.rules.scan.ModelFiles;
import dev.slguard.rules.scan.RuleChoice;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which rules are asked. */
final class RuleOptions {
  private RuleOptions() {}

  static void addTo(CommandSpec specification) {
    specification.addOption(Options.values("FILE|DIR",
        "Rules and models of your own, beside the built-in ones; may be repeated.", "--rules"));
    specification.addOption(Options.value("PROFILE",
        "Which rules are on: default (what a reader would fix), strict, audit (all).", "--profile"));
    specification.addOption(Options.values("ID|TAG", "Ask only these rules; may be repeated.", "--only"));
    specification.addOption(Options.values("ID|TAG", "Do not ask these rules; may be repeated.", "--skip"));
  }

  /** The rules to be asked, and what library calls do. */
  record Chosen(RuleChoice rules, Models models) {}

  /**
   * The rules that {@code arguments} choose; a mistake in a user's rule is an error with its place.
   *
   * @param every whether rules that cannot apply are wanted too, as a report that lists all rules needs them
   */
  static Chosen choice(ParseResult arguments, Console console, boolean every) throws IOException {
    boolean plain = !every && !arguments.hasMatchedOption("--rules") && !arguments.hasMatchedOption("--only")
        && !arguments.hasMatchedOption("--skip");
    if (!plain) {
      Loaded loaded = loadAll(arguments.matchedOptionValue("--rules", List.of()), console);
      return new Chosen(RuleChoice.of(chosen(loaded.rules(), arguments), loaded.rules()), loaded.models());
    }
    Profile profile = profile(arguments);
    return new Chosen(new RuleChoice() {
      @Override
      public RuleSet about(Set<String> types) {
        return Library.rulesAbout(types, profile).on(profile);
      }

      @Override
      public Set<String> names() {
        return Library.names(Profile.AUDIT);
      }

      @Override
      public Set<String> asked(RuleSet loaded) {
        return Library.names(profile);
      }
    }, ModelFiles::of);
  }

  private static Profile profile(ParseResult arguments) {
    return Options.constant("--profile", arguments.matchedOptionValue("--profile", "default"), Profile.class);
  }

  private static RuleSet chosen(RuleSet all, ParseResult arguments) {
    List<String> only = arguments.matchedOptionValue("--only", List.of());
    List<String> skip = arguments.matchedOptionValue("--skip", List.of());
    for (String name : only) {
      known(all, name, "--only");
    }
    for (String name : skip) {
      known(all, name, "--skip");
    }
    RuleSet chosen = only.isEmpty() ? all.on(profile(arguments)) : all.only(only);
    return skip.isEmpty() ? chosen : chosen.without(skip);
  }

  private static void known(RuleSet all, String name, String option) {
    if (all.only(List.of(name)).all().isEmpty()) {
      throw new UserError(
          option + ": no rule has the id, alias or tag '" + name + "'; 'slguard rules list' shows them");
    }
  }

  /** Rules, and what library calls do. */
  record Loaded(RuleSet rules, Models models) {}

  /** Built-in rules and models and those of the files and folders {@code paths}. */
  static Loaded loadAll(List<String> paths, Console console) throws IOException {
    return paths.isEmpty() ? new Loaded(Library.rules(), ModelFiles::of) : loadAll(Library.documents(), paths, console);
  }

  /** The rules of {@code builtIns}, built-in models, and those of the files and folders {@code paths}. */
  static Loaded loadAll(List<Tree> builtIns, List<String> paths, Console console) throws IOException {
    var problems = new Diagnostics();
    List<Tree> users = paths.isEmpty() ? List.of() : documents(paths, console, problems);
    List<Tree> models = users.stream().filter(LibraryReader::isModels).toList();
    RuleSet.Loaded loaded = RuleSet.load(builtIns,
        users.stream().filter(document -> !LibraryReader.isModels(document)).toList());
    var errors = new ArrayList<Diagnostic>(problems.toList());
    errors.addAll(loaded.problems());
    Models libraries = ModelFiles::of;
    if (!models.isEmpty()) {
      ModelFiles.Loaded read = ModelFiles.with(models);
      errors.addAll(read.problems());
      libraries = _ -> read.libraries();
    }
    errors.removeIf(problem -> problem.level() != Diagnostic.Level.ERROR);
    if (!errors.isEmpty()) {
      var text = new StringBuilder();
      errors.forEach(error -> text.append(text.isEmpty() ? "" : "\nslguard: ").append(error.at()).append(": ")
          .append(error.message()));
      throw new UserError(text.toString());
    }
    return new Loaded(loaded.rules(), libraries);
  }

  private static List<Tree> documents(List<String> paths, Console console, Diagnostics problems) throws IOException {
    var documents = new ArrayList<Tree>();
    Target target = Target.of(paths, console.directory());
    for (String path : target.paths()) {
      for (String file : ruleFiles(target, path, 0)) {
        for (SourceFile source : target.root().read(file, Span.startOf(file), problems).stream().toList()) {
          SourceFile shown = SourceFile.of(target.prefix() + file, source.text());
          documents.addAll(Documents.read(shown, target.root().limits(), problems));
        }
      }
    }
    return documents;
  }

  private static List<String> ruleFiles(Target target, String path, int depth) {
    if (!target.root().isFolder(path)) {
      return List.of(path);
    }
    var files = new ArrayList<String>();
    for (String name : depth > 20 ? List.<String>of() : target.root().list(path)) {
      String child = path.isEmpty() ? name : path + '/' + name;
      if (target.root().isFolder(child) || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
        files.addAll(ruleFiles(target, child, depth + 1));
      }
    }
    return files;
  }
}
