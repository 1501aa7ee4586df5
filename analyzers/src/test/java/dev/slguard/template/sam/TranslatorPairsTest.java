package dev.slguard.template.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Expands what the SAM translator was tested with, and compares with what it makes of it. */
class TranslatorPairsTest {
  private static final TemplateOptions OPTIONS = new TemplateOptions(Map.of("param1", "value1", "param2", "value2"),
      Optional.empty(), Optional.of("ap-southeast-1"), Optional.of("aws"));
  /** Its stored role grants the auth secret twice and the root certificate's not; mended in translator 1.115.0. */
  private static final String WRONG_IN_CORPUS = "self_managed_kafka_with_SERVER_ROOT_CA_CERTIFICATE_and_auth_mechanism";

  private enum Level {
    L1_IDS, L2_ROLES, L3_PERMISSIONS, L4_ROUTES, L5_TRIGGERS, L6_ALL
  }

  private final Map<Level, List<String>> failing = new LinkedHashMap<>();
  private final StringBuilder details = new StringBuilder();
  private int resources;
  private int equal;

  @Test
  void roles_permissions_routes_and_triggers_equal_those_of_the_translator() throws IOException {
    Optional<Path> folder = Corpus.folder();
    assumeTrue(folder.isPresent(), "shared/corpus/sam-translator is not here");
    List<String> names = Corpus.names(folder.get(), false);
    for (Level level : Level.values()) {
      failing.put(level, new ArrayList<>());
    }
    for (String name : names) {
      compare(folder.get(), name);
    }
    report(names.size());
    for (Level level : List.of(Level.L2_ROLES, Level.L3_PERMISSIONS, Level.L4_ROUTES, Level.L5_TRIGGERS)) {
      assertThat(failing.getOrDefault(level, List.of())).as(level.name()).isSubsetOf(WRONG_IN_CORPUS);
    }
    assertThat(equal * 100.0 / resources).isGreaterThanOrEqualTo(97);
  }

  private void report(int count) throws IOException {
    var summary = new StringBuilder();
    failing.forEach((level, names) -> summary.append(level).append(' ').append(count - names.size()).append(" of ")
        .append(count).append(names.isEmpty() ? "" : ", not " + names).append('\n'));
    summary.append("resources equal: ").append(equal).append(" of ").append(resources).append('\n');
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/sam-pairs.txt"), summary.append('\n').append(details));
  }

  static Tree.Mapping read(Path file, String name, Diagnostics diagnostics) throws IOException {
    List<Tree> trees = Documents.read(SourceFile.of(name, Files.readString(file)), Limits.DEFAULT, diagnostics);
    return trees.stream().filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).findFirst()
        .orElseGet(() -> Tree.emptyMapping(Span.startOf(name)));
  }

  private void compare(Path folder, String name) throws IOException {
    var diagnostics = new Diagnostics();
    var root = new Root(folder.resolve("input"), Limits.DEFAULT);
    Tree.Mapping input = read(folder.resolve("input/" + name + ".yaml"), name + ".yaml", diagnostics);
    Tree.Mapping expected = read(folder.resolve("output/" + name + ".json"), name + ".json", new Diagnostics());
    Tree.Mapping made = new SamFormat().expand(name + ".yaml", input, root, OPTIONS, diagnostics).getFirst().body();
    var mine = new Comparison(made);
    var theirs = new Comparison(expected);
    mine.align(theirs);
    level(Level.L1_IDS, name, mine.kinds(), theirs.kinds());
    Set<String> roles = Set.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy");
    level(Level.L2_ROLES, name, mine.ofTypes(roles), theirs.ofTypes(roles));
    Set<String> permissions = Set.of("AWS::Lambda::Permission", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy");
    level(Level.L3_PERMISSIONS, name, mine.ofTypes(permissions), theirs.ofTypes(permissions));
    level(Level.L4_ROUTES, name, mine.routes(), theirs.routes());
    Set<String> triggers = Set.of("AWS::Lambda::EventSourceMapping", "AWS::Events::Rule", "AWS::SNS::Subscription",
        "AWS::Scheduler::Schedule", "AWS::Logs::SubscriptionFilter", "AWS::IoT::TopicRule", "AWS::Lambda::Url");
    var mineTriggers = new TreeSet<>(mine.ofTypes(triggers));
    mineTriggers.addAll(mine.notifications());
    var theirTriggers = new TreeSet<>(theirs.ofTypes(triggers));
    theirTriggers.addAll(theirs.notifications());
    level(Level.L5_TRIGGERS, name, mineTriggers, theirTriggers);
    all(name, mine, theirs);
    diagnostics.toList().stream().filter(each -> each.level() == Diagnostic.Level.ERROR)
        .forEach(each -> details.append(name).append(" ERROR ").append(each.message()).append('\n'));
  }

  private void level(Level level, String name, Set<String> mine, Set<String> theirs) {
    if (!mine.equals(theirs)) {
      failing.getOrDefault(level, new ArrayList<>()).add(name);
      var extra = new TreeSet<>(mine);
      extra.removeAll(theirs);
      var missing = new TreeSet<>(theirs);
      missing.removeAll(mine);
      extra.forEach(text -> details.append(name).append(' ').append(level).append(" + ").append(text).append('\n'));
      missing.forEach(text -> details.append(name).append(' ').append(level).append(" - ").append(text).append('\n'));
    }
  }

  private void all(String name, Comparison mine, Comparison theirs) {
    boolean same = mine.resources().keySet().equals(theirs.resources().keySet());
    for (Map.Entry<String, String> entry : theirs.resources().entrySet()) {
      resources++;
      if (entry.getValue().equals(mine.resources().get(entry.getKey()))) {
        equal++;
      } else {
        same = false;
        details.append(name).append(" L6 + ").append(entry.getKey()).append(' ')
            .append(mine.resources().getOrDefault(entry.getKey(), "none")).append('\n');
        details.append(name).append(" L6 - ").append(entry.getKey()).append(' ').append(entry.getValue()).append('\n');
      }
    }
    if (!same) {
      failing.getOrDefault(Level.L6_ALL, new ArrayList<>()).add(name);
    }
  }
}
