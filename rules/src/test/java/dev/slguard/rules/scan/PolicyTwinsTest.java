package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of policies and their sound twins in {@code testdata/twins}, one pair a line: {@code wrong} must show one of the rules in
 * {@code finds}, {@code sound} none of those in {@code silent}, or in {@code finds} where that is missing; {@code as} is the option of
 * {@code policy check}. They were written from what AWS and other tools document, before these rules were read.
 */
class PolicyTwinsTest {
  private static final Path TWINS = Path.of("../testdata/twins");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @TempDir
  Path folder;

  private final RuleSet rules = RuleSet.load(Library.documents(), List.of()).rules();

  @Test
  void documents_show_their_faults_and_their_twins_are_silent() throws IOException {
    check("documents.jsonl");
  }

  @Test
  void templates_show_their_faults_and_their_twins_are_silent() throws IOException {
    check("templates.jsonl");
  }

  private void check(String name) throws IOException {
    var remarks = new ArrayList<String>();
    for (String line : Files.readAllLines(TWINS.resolve(name))) {
      JsonObject twins = JsonParser.parseString(line).getAsJsonObject();
      String about = twins.get("name").getAsString();
      Set<String> finds = rulesIn(twins.get("finds"));
      Path place = folder.resolve(about.replaceAll("[^A-Za-z0-9]+", "-"));
      if (twins.has("wrong")) {
        Set<String> found = found(twins, "wrong", place);
        if (found.stream().noneMatch(finds::contains)) {
          remarks.add(about + " shows " + found + ", wanted is one of " + finds);
        }
      }
      if (twins.has("sound")) {
        Set<String> found = found(twins, "sound", place);
        found.retainAll(twins.has("silent") ? rulesIn(twins.get("silent")) : finds);
        if (!found.isEmpty()) {
          remarks.add("the twin of " + about + " shows " + found);
        }
      }
    }
    assertThat(remarks).isEmpty();
  }

  private static Set<String> rulesIn(JsonElement names) {
    var ids = new TreeSet<String>();
    names.getAsJsonArray().forEach(name -> ids.add(name.getAsString()));
    return ids;
  }

  /** The rules that are broken, those that a finding of a statement gathers included. */
  private Set<String> found(JsonObject twins, String which, Path place) throws IOException {
    Path here = place.resolve(which);
    boolean template = false;
    for (Map.Entry<String, JsonElement> file : twins.getAsJsonObject(which).entrySet()) {
      Path path = here.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      JsonElement text = file.getValue();
      Files.writeString(path, text.isJsonPrimitive() ? text.getAsString() : text.toString());
      template |= file.getKey().startsWith("template") || file.getKey().startsWith("serverless");
    }
    var root = new Root(here, Limits.DEFAULT);
    RuleChoice choice = RuleChoice.of(rules.on(Profile.AUDIT), rules);
    Report report = template
        ? Scanner.scan(root, new ScanOptions(ReadOptions.DEFAULT, Severity.INFO, TODAY, _ -> ModelFiles.all()), choice,
            Progress.NONE)
        : PolicyCheck.check(root, List.of(""), assignment(twins), Severity.INFO, TODAY, choice);
    var ids = new TreeSet<String>();
    for (Finding finding : report.findings()) {
      ids.add(finding.ruleId());
      if (finding.properties().get("reasons") instanceof Finding.Fact.Many(List<String> reasons)) {
        ids.addAll(reasons);
      }
    }
    return ids;
  }

  private static PolicyAssignment assignment(JsonObject twins) {
    if (!twins.has("as")) {
      return PolicyAssignment.NONE;
    }
    String[] part = twins.get("as").getAsString().split("=", 2);
    PolicyType type = PolicyType.valueOf(part[0].toUpperCase(Locale.ROOT));
    return part.length == 1
        ? new PolicyAssignment(Optional.empty(), Optional.of(type), Map.of())
        : new PolicyAssignment(Optional.empty(), Optional.empty(), Map.of(part[1], type));
  }
}
