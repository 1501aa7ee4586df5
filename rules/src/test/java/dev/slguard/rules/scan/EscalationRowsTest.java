package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.iam.escalation.Escalations;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks each row of {@code escalation-rows.tsv} as {@code policy check} does: as it stands, and repaired by a Deny, by a boundary,
 * by a resource and by a condition. A case is a folder, that is a principal.
 */
class EscalationRowsTest {
  private static final String ANY = "*";

  private enum Repair {
    NONE, DENY, BOUNDARY, RESOURCE, CONDITION
  }

  private record Row(int number, String method, String setting, List<String> actions, String resource,
      String condition) {

    String folder(Repair repair) {
      return "r%03d-%s".formatted(number, repair.name().toLowerCase(Locale.ROOT));
    }
  }

  private final Map<String, PolicyType> parts = new HashMap<>();

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    try (InputStream in = Objects.requireNonNull(EscalationRowsTest.class.getResourceAsStream("escalation-rows.tsv"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t", -1);
          rows.add(new Row(rows.size() + 1, fields[0], fields[1], List.of(fields[2].split(",")), fields[3], fields[4]));
        }
      }
    }
    return rows;
  }

  private static JsonObject statement(String effect, String action, String resource, Optional<String> condition) {
    var statement = new JsonObject();
    statement.addProperty("Effect", effect);
    statement.addProperty("Action", action);
    statement.addProperty("Resource", resource);
    condition.ifPresent(text -> {
      String[] words = text.split(" ", 3);
      var key = new JsonObject();
      key.addProperty(words[1], words[2]);
      var conditions = new JsonObject();
      conditions.add(words[0], key);
      statement.add("Condition", conditions);
    });
    return statement;
  }

  private static JsonArray statements(Row row, Repair repair) {
    var statements = new JsonArray();
    for (String action : row.actions) {
      boolean first = action.equals(row.actions.getFirst());
      String resource = first && repair == Repair.RESOURCE ? row.resource : ANY;
      statements.add(statement("Allow", action, resource,
          Optional.of(row.condition).filter(_ -> first && repair == Repair.CONDITION)));
    }
    if (repair == Repair.DENY) {
      statements.add(statement("Deny", row.actions.getFirst(), ANY, Optional.empty()));
    }
    switch (row.setting) {
      case "deny" -> statements.add(statement("Deny", "s3:DeleteBucket", ANY, Optional.empty()));
      case "mfa" -> statements
          .add(statement("Deny", "s3:DeleteBucket", ANY, Optional.of("BoolIfExists aws:MultiFactorAuthPresent false")));
      default -> assertThat(row.setting).isIn("-", "boundary");
    }
    return statements;
  }

  private void write(Path root, String path, JsonArray statements, PolicyType type) throws IOException {
    var document = new JsonObject();
    document.addProperty("Version", "2012-10-17");
    document.add("Statement", statements);
    Path file = root.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, document.toString());
    parts.put(path, type);
  }

  private void write(Path root, Row row, Repair repair) throws IOException {
    String folder = row.folder(repair);
    write(root, folder + "/policy.json", statements(row, repair), PolicyType.IDENTITY);
    if (repair == Repair.BOUNDARY || row.setting.equals("boundary")) {
      var bound = new JsonArray();
      bound.add(statement("Allow", repair == Repair.BOUNDARY ? "s3:GetObject" : ANY, ANY, Optional.empty()));
      write(root, folder + "/boundary.json", bound, PolicyType.BOUNDARY);
    }
  }

  /** The methods found in each folder. */
  private Map<String, Set<String>> check(Path root) throws IOException {
    RuleSet all = RuleSet.load(Library.documents(), List.of()).rules();
    var methods = new TreeMap<String, Set<String>>();
    PolicyCheck.check(new Root(root, Limits.DEFAULT), List.of(""),
        new PolicyAssignment(Optional.empty(), Optional.empty(), parts), Severity.INFO, LocalDate.of(2026, 11, 25),
        RuleChoice.of(all.on(Profile.DEFAULT), all)).findings().forEach(finding -> {
          if (finding.properties().get("methods") instanceof Finding.Fact.Many(var texts)) {
            methods.computeIfAbsent(finding.at().file().replaceFirst("/.*", ""), _ -> new LinkedHashSet<>())
                .addAll(texts);
          }
        });
    return methods;
  }

  @Test
  void every_row_is_found_and_every_repair_of_it_is_silent(@TempDir Path root) throws IOException {
    List<Row> rows = rows();
    for (Row row : rows) {
      for (Repair repair : Repair.values()) {
        if (repair != Repair.RESOURCE || !row.resource.equals("-")) {
          write(root, row, repair);
        }
      }
    }
    Map<String, Set<String>> found = check(root);
    var wrong = new ArrayList<String>();
    for (Row row : rows) {
      for (Repair repair : Repair.values()) {
        boolean reported = found.getOrDefault(row.folder(repair), Set.of()).contains(row.method);
        if (reported != (repair == Repair.NONE)) {
          wrong.add(row.method + " " + row.actions + " " + repair);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).extracting(Row::method)
        .containsAll(new Escalations().methods().stream().map(method -> method.id()).toList());
    assertThat(rows).hasSizeGreaterThan(140);
  }
}
