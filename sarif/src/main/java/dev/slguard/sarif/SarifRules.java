package dev.slguard.sarif;

import com.google.gson.stream.JsonWriter;
import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.rules.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tool, its rules and the weaknesses they stand for. */
final class SarifRules {
  private static final String HOME = "https://github.com/slguard/slguard";
  private static final String CWE_GUID = "6b1e2f0c-7a55-4f0e-9a57-2d0f4c8b9e11";
  /** Longest description that GitHub takes. */
  private static final int DESCRIPTION = 1024;
  /** GitHub shows no more tags. */
  private static final int TAGS = 10;

  private SarifRules() {}

  /** Writes the member {@code driver}. */
  static void driver(JsonWriter json, List<RuleInfo> rules, String version) throws IOException {
    json.name("driver").beginObject();
    json.name("name").value("slguard");
    json.name("informationUri").value(HOME);
    json.name("semanticVersion").value(version);
    json.name("supportedTaxonomies").beginArray();
    if (!weaknesses(rules).isEmpty()) {
      json.beginObject().name("name").value("CWE").name("index").value(0).name("guid").value(CWE_GUID).endObject();
    }
    json.endArray();
    json.name("rules").beginArray();
    for (RuleInfo rule : rules) {
      rule(json, rule);
    }
    json.endArray();
    json.endObject();
  }

  private static void rule(JsonWriter json, RuleInfo rule) throws IOException {
    json.beginObject();
    json.name("id").value(rule.id());
    json.name("name").value(name(rule));
    SarifReport.text(json.name("shortDescription"), cut(sentence(rule.title())));
    SarifReport.text(json.name("fullDescription"), cut(sentence(rule.why())));
    json.name("help").beginObject();
    json.name("text")
        .value(rule.fix().map(fix -> sentence(rule.why()) + " " + sentence(fix)).orElse(sentence(rule.why())));
    json.name("markdown").value(markdown(rule));
    json.endObject();
    if (!rule.references().isEmpty()) {
      json.name("helpUri").value(rule.references().getFirst());
    }
    json.name("defaultConfiguration").beginObject().name("level").value(level(rule.severity())).endObject();
    if (!rule.cwe().isEmpty()) {
      relationships(json, rule.cwe());
    }
    json.name("properties").beginObject();
    json.name("precision").value(precision(rule.confidence()));
    json.name("security-severity").value(rule.severity().score());
    tags(json, rule);
    json.endObject();
    json.endObject();
  }

  private static void relationships(JsonWriter json, List<Integer> weaknesses) throws IOException {
    json.name("relationships").beginArray();
    for (int cwe : weaknesses) {
      json.beginObject().name("target").beginObject();
      json.name("id").value("CWE-" + cwe);
      json.name("toolComponent").beginObject().name("name").value("CWE").name("index").value(0).name("guid")
          .value(CWE_GUID).endObject();
      json.endObject();
      json.name("kinds").beginArray().value("superset").endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void tags(JsonWriter json, RuleInfo rule) throws IOException {
    var tags = new TreeSet<String>();
    tags.add("security");
    for (int cwe : rule.cwe()) {
      tags.add("external/cwe/cwe-" + (cwe < 100 ? (cwe < 10 ? "00" : "0") : "") + cwe);
    }
    tags.addAll(rule.tags());
    json.name("tags").beginArray();
    int written = 0;
    for (String tag : tags) {
      if (written++ < TAGS) {
        json.value(tag);
      }
    }
    json.endArray();
  }

  private static String markdown(RuleInfo rule) {
    var text = new StringBuilder("## ").append(rule.title()).append("\n\n").append(sentence(rule.why())).append('\n');
    if (rule.fix().isPresent()) {
      text.append("\n**Fix.** ").append(sentence(rule.fix().get())).append('\n');
    }
    if (!rule.references().isEmpty()) {
      text.append("\n**References**\n\n");
      for (String reference : rule.references()) {
        text.append("- <").append(reference).append(">\n");
      }
    }
    text.append("\n**Accept it** with a comment on the line or the line above: `slguard:ignore ").append(rule.id())
        .append(" -- reason`\n");
    return text.toString();
  }

  /** Writes the member {@code taxonomies}: CWE, as far as the rules name it. */
  static void taxonomy(JsonWriter json, List<RuleInfo> rules) throws IOException {
    Set<Integer> weaknesses = weaknesses(rules);
    if (weaknesses.isEmpty()) {
      return;
    }
    json.name("taxonomies").beginArray().beginObject();
    json.name("name").value("CWE");
    json.name("guid").value(CWE_GUID);
    json.name("organization").value("MITRE");
    json.name("informationUri").value("https://cwe.mitre.org/");
    SarifReport.text(json.name("shortDescription"), "The MITRE Common Weakness Enumeration.");
    json.name("taxa").beginArray();
    for (int cwe : weaknesses) {
      json.beginObject().name("id").value("CWE-" + cwe);
      json.name("helpUri").value("https://cwe.mitre.org/data/definitions/" + cwe + ".html");
      json.endObject();
    }
    json.endArray().endObject().endArray();
  }

  private static Set<Integer> weaknesses(List<RuleInfo> rules) {
    var all = new TreeSet<Integer>();
    rules.forEach(rule -> all.addAll(rule.cwe()));
    return all;
  }

  /** A friendly name that differs from the id (SARIF1001): that of the id, or of the title where the id is one word. */
  private static String name(RuleInfo rule) {
    return pascal(rule.id().indexOf('-') > 0 ? rule.id() : rule.title().replace(' ', '-'));
  }

  /** {@code lambda-url-no-auth} as {@code LambdaUrlNoAuth}. */
  static String pascal(String id) {
    var name = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '-') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  /** {@code level} of SARIF; always agrees with security-severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static String precision(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0 ? stripped : stripped + '.';
  }

  private static String cut(String text) {
    return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION - 1) + '…';
  }
}
