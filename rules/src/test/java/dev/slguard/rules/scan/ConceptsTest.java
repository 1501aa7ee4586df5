package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the built-in rules against the catalogue of concepts that the tools of this field check, where that page is at hand. */
class ConceptsTest {
  private static final Pattern UNION = Pattern.compile("\\| ([a-z0-9]+(?:-[a-z0-9]+)+) \\|.*");
  private static final Pattern OWN = Pattern.compile("\\| \\d+ \\| ([a-z0-9]+(?:-[a-z0-9]+)+)( X)? \\|.*");

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path page = folder.resolve("shared/reference/iac-checks.md");
      if (Files.isRegularFile(page)) {
        return page;
      }
      folder = folder.getParent();
    }
    return Path.of("iac-checks.md");
  }

  @Test
  void every_concept_has_a_rule_or_is_part_of_one() throws IOException {
    Path page = page();
    assumeTrue(Files.isRegularFile(page), "the page of concepts is not here");
    Set<String> wanted = new LinkedHashSet<>();
    String text = Files.readString(page);
    for (String line : text.substring(text.indexOf("## 2. ")).lines().toList()) {
      Matcher own = OWN.matcher(line);
      if (line.startsWith("## 3.")) {
        assertThat(wanted).hasSizeGreaterThan(200);
      }
      Matcher union = UNION.matcher(line);
      if (own.matches() && own.group(2) == null) {
        wanted.add(own.group(1));
      } else if (!own.matches() && union.matches()) {
        wanted.add(union.group(1));
      }
    }
    assertThat(wanted).hasSizeGreaterThan(250);
    Set<String> covered = new TreeSet<>();
    for (Rule rule : RuleSet.load(Library.documents(), List.of()).rules().all()) {
      covered.add(rule.id());
      covered.addAll(rule.info().aliases());
    }
    assertThat(covered).containsAll(wanted);
  }
}
