package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.rules.cases.CaseReader;
import dev.slguard.rules.cases.CaseRunner;
import dev.slguard.rules.cases.RuleCase;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltInRulesTest {
  private static final Path LIBRARY = Path.of("src/main/resources/library");

  private static RuleSet.Loaded load() throws IOException {
    var problems = new Diagnostics();
    var documents = new ArrayList<Tree>();
    try (Stream<Path> files = Files.walk(LIBRARY)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        String path = LIBRARY.relativize(file).toString().replace('\\', '/');
        documents.addAll(Documents.read(SourceFile.of(path, Files.readString(file)), Limits.DEFAULT, problems));
      }
    }
    // As a user's file, so that regular expressions are checked.
    RuleSet.Loaded loaded = RuleSet.load(List.of(), documents);
    var all = new ArrayList<>(problems.toList());
    all.addAll(loaded.problems());
    return new RuleSet.Loaded(loaded.rules(), all);
  }

  @Test
  void every_rule_file_loads_without_a_problem() throws IOException {
    assertThat(load().problems()).extracting(Diagnostic::toString).isEmpty();
  }

  @Test
  void every_rule_has_a_failing_and_a_passing_case() throws IOException {
    RuleSet rules = load().rules();
    var lacking = new ArrayList<String>();
    for (Rule rule : rules.all()) {
      List<RuleCase> cases = cases(rules, rule);
      if (cases.stream().noneMatch(RuleCase::isFailing) || cases.stream().noneMatch(RuleCase::isPassing)) {
        lacking.add(rule.id());
      }
    }
    assertThat(lacking).isEmpty();
  }

  private static List<RuleCase> cases(RuleSet rules, Rule rule) {
    var problems = new Diagnostics();
    Tree tests = Optional.ofNullable(rules.cases().get(rule.id())).orElseThrow();
    List<RuleCase> cases = CaseReader.read(rule.id(), tests, problems);
    assertThat(problems.toList()).as("cases of " + rule.id()).isEmpty();
    return cases;
  }

  @TestFactory
  Stream<DynamicTest> every_case_finds_exactly_what_it_expects() throws IOException {
    RuleSet rules = load().rules();
    var runner = new CaseRunner(rules, Scanner.evaluators(), new TemporaryProject(ModelFiles::of));
    return rules.all().stream().flatMap(rule -> cases(rules, rule).stream())
        .map(one -> DynamicTest.dynamicTest(one.ruleId() + ": " + one.name(),
            () -> assertThat(runner.run(one).differences()).as(one.at().toString()).isEmpty()));
  }
}
