package dev.slguard.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the arrows between packages, their freedom from cycles and the size of what is written. */
class ArchitectureTest {
  private static final int FILE_LINES = 500;
  private static final int METHOD_LINES = 60;

  /** Grammars, which may be longer: a parser is read beside its language's reference, not in pieces. */
  private static final Set<String> GRAMMARS = Set.of("python/ExpressionParser.java", "javascript/Expressions.java",
      "javascript/Members.java", "javascript/Statements.java", "javascript/Tokenizer.java", "javascript/Types.java");

  /** What each part may not use; what stands to its right in style.md section 1 is allowed. */
  private static final Map<String, List<String>> FORBIDDEN = forbidden();

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.slguard");

  private static Map<String, List<String>> forbidden() {
    var arrows = new LinkedHashMap<String, List<String>>();
    arrows.put("aws",
        List.of("source", "model", "template", "code", "graph", "rules", "sarif", "report", "cli.config", "cli.facts"));
    arrows.put("cli", List.of("aws"));
    arrows.put("source", List.of("model", "template", "code", "iam", "graph", "rules", "sarif", "report", "cli"));
    arrows.put("model", List.of("template", "code", "iam", "graph", "rules", "sarif", "report", "cli"));
    arrows.put("template", List.of("code", "iam", "graph", "rules", "sarif", "report", "cli"));
    arrows.put("code", List.of("template", "iam", "graph", "rules", "sarif", "report", "cli"));
    arrows.put("iam", List.of("template", "code", "graph", "rules", "sarif", "report", "cli"));
    arrows.put("graph", List.of("rules", "sarif", "report", "cli"));
    arrows.put("rules", List.of("sarif", "report", "cli"));
    arrows.put("rules.finding", List.of("model", "template", "code", "iam", "graph"));
    arrows.put("report", List.of("model", "template", "code", "iam", "graph", "sarif", "cli"));
    arrows.put("sarif", List.of("model", "template", "code", "iam", "graph", "cli"));
    return arrows;
  }

  private static void check(String from, String to) {
    noClasses().that().resideInAPackage("dev.slguard." + from + "..").should().dependOnClassesThat()
        .resideInAPackage("dev.slguard." + to + "..").allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void arrows_go_one_way() {
    assertThat(CLASSES.size()).isGreaterThan(100);
    FORBIDDEN.forEach((from, targets) -> targets.forEach(to -> check(from, to)));
  }

  @Test
  void reports_see_rules_only_through_findings() {
    noClasses().that().resideInAnyPackage("dev.slguard.report..", "dev.slguard.sarif..").should().dependOnClassesThat()
        .resideInAnyPackage("dev.slguard.rules.language..", "dev.slguard.rules.evaluate..",
            "dev.slguard.rules.suppression..", "dev.slguard.rules.cases..", "dev.slguard.rules.scan..")
        .check(CLASSES);
  }

  @Test
  void only_policy_pull_can_open_a_socket() {
    noClasses().that().resideOutsideOfPackage("dev.slguard.aws..").should().dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "java.net.http..", "javax.net..", "com.sun.net..", "java.rmi..",
            "javax.naming..")
        .orShould().dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(.*Socket.*|URL|.*URLConnection|URLClassLoader)|java\\.nio\\.channels\\..*Socket.*")
        .orShould().callMethod(InetAddress.class, "getByName", String.class).orShould()
        .callMethod(InetAddress.class, "getAllByName", String.class).check(CLASSES);
  }

  @Test
  void the_source_of_accounts_sees_no_command() {
    noClasses().that().resideInAnyPackage("dev.slguard.aws..", "dev.slguard.cli.account..").should()
        .dependOnClassesThat().resideInAPackage("dev.slguard.cli").check(CLASSES);
  }

  @Test
  void an_arrow_against_the_rule_is_seen() {
    assertThatThrownBy(() -> check("sarif", "report")).isInstanceOf(AssertionError.class);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching("dev.slguard.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void files_and_methods_stay_small() throws IOException {
    List<String> tooLong = tooLong(mainSources(), FILE_LINES, METHOD_LINES);
    assertThat(tooLong).isEmpty();
  }

  @Test
  void a_long_file_is_seen() throws IOException {
    assertThat(tooLong(mainSources(), 80, 10)).isNotEmpty();
  }

  private static List<String> tooLong(List<Path> sources, int fileLines, int methodLines) throws IOException {
    var parser = new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25));
    var tooLong = new ArrayList<String>();
    for (Path source : sources) {
      String name = source.getParent().getFileName() + "/" + source.getFileName();
      if (GRAMMARS.contains(name)) {
        continue;
      }
      long lines;
      try (Stream<String> all = Files.lines(source)) {
        lines = all.count();
      }
      if (lines > fileLines) {
        tooLong.add(name + " has " + lines + " lines");
      }
      CompilationUnit unit = parser.parse(source).getResult().orElseThrow();
      for (CallableDeclaration<?> method : unit.findAll(CallableDeclaration.class).stream()
          .map(m -> (CallableDeclaration<?>) m).toList()) {
        int length = method.getRange().map(range -> range.end.line - range.begin.line + 1).orElse(0);
        if (length > methodLines) {
          tooLong.add(name + ": " + method.getNameAsString() + " has " + length + " lines");
        }
      }
    }
    return tooLong;
  }

  private static List<Path> mainSources() throws IOException {
    var sources = new ArrayList<Path>();
    for (String module : List.of("analyzers", "rules", "sarif", "cli", "cli/aws")) {
      try (Stream<Path> files = Files.walk(Project.folder().resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    assertThat(sources).hasSizeGreaterThan(50);
    return sources;
  }
}
