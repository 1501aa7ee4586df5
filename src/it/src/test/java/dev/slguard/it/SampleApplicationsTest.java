package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scans each sample application and compares findings with the expectations in its files: a comment
 * {@code slguard:expect RULE…} on or above a line; for JSON, which has no comments, a file {@code NAME.expect} with
 * {@code LINE RULE…} a line. A missing finding fails, and so does an extra one.
 */
class SampleApplicationsTest {
  private static final Pattern MARKER = Pattern.compile("slguard:expect ((?:[a-z0-9-]+ ?)+)");

  @TestFactory
  Stream<DynamicTest> each_application_shows_what_it_says() {
    return List
        .of("orders", "orders-repaired", "tickets", "stack", "policies", "cdk-shop", "cdk-stages", "cdk-uploads",
            "cdk-ledger", "cdk-chores", "permissions", "iam-weak", "iam-sound", "inline")
        .stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) throws IOException {
    Path folder = Project.folder().resolve("testdata").resolve(name);
    var expected = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        expected.addAll(expectations(folder, file));
      }
    }
    Slguard.Result result = Slguard.run("scan", "testdata/" + name, "-f", "json");
    JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
    var found = new ArrayList<String>();
    for (JsonElement element : report.getAsJsonArray("findings")) {
      JsonObject finding = element.getAsJsonObject();
      found.add(finding.get("file").getAsString() + ':' + finding.get("line").getAsInt() + ' '
          + finding.get("ruleId").getAsString());
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(report.getAsJsonObject("summary").getAsJsonArray("failed")).isEmpty();
    assertThat(result.exit()).isEqualTo(anyHigh(report) ? 1 : 0);
  }

  private static boolean anyHigh(JsonObject report) {
    for (JsonElement finding : report.getAsJsonArray("findings")) {
      if (List.of("high", "critical").contains(finding.getAsJsonObject().get("severity").getAsString())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> expectations(Path folder, Path file) throws IOException {
    var expected = new ArrayList<String>();
    String path = "testdata/" + folder.getFileName() + '/' + folder.relativize(file).toString().replace('\\', '/');
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (path.endsWith(".expect")) {
      String target = path.substring(0, path.length() - ".expect".length());
      for (String line : lines) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
          expected.add(target + ':' + words[0] + ' ' + words[i]);
        }
      }
      return expected;
    }
    for (int i = 0; i < lines.size(); i++) {
      Matcher marker = MARKER.matcher(lines.get(i));
      if (marker.find()) {
        boolean alone = lines.get(i).strip().startsWith("#") || lines.get(i).strip().startsWith("//");
        for (String rule : marker.group(1).strip().split(" ")) {
          expected.add(path + ':' + (alone ? i + 2 : i + 1) + ' ' + rule);
        }
      }
    }
    return expected;
  }
}
