package dev.slguard.rules.evaluate;

import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes findings of verdicts: one cause is one finding, in a fixed order, each with its fingerprint. */
public final class Findings {
  private static final int FINGERPRINT_DIGITS = 32;

  private Findings() {}

  private static int order(Verdict a, Verdict b) {
    int order = a.finding().at().compareTo(b.finding().at());
    order = order != 0 ? order : a.rule().id().compareTo(b.rule().id());
    order = order != 0 ? order : a.anchor().compareTo(b.anchor());
    return order != 0 ? order : a.finding().message().compareTo(b.finding().message());
  }

  /** What is to be reported, by file, place and rule. */
  public static List<Finding> of(Collection<Verdict> verdicts) {
    var causes = new LinkedHashMap<Cause, List<Verdict>>();
    verdicts.stream().filter(Verdict::isReported).sorted(Findings::order)
        .forEach(verdict -> causes.computeIfAbsent(Cause.of(verdict), _ -> new ArrayList<>()).add(verdict));
    var findings = new ArrayList<Finding>();
    Map<String, Integer> seen = new HashMap<>();
    for (List<Verdict> same : causes.values()) {
      Verdict first = same.stream().filter(verdict -> verdict.truth().isTrue()).findFirst().orElse(same.getFirst());
      String identity = first.rule().id() + '\n' + first.finding().at().file() + '\n' + first.anchor();
      findings.add(finished(first, same, fingerprint(identity + '\n' + seen.merge(identity, 1, Integer::sum))));
    }
    return findings;
  }

  /** One rule at one place the author wrote, whatever lowering made of it. */
  private record Cause(Span at, String ruleId) {
    static Cause of(Verdict verdict) {
      return new Cause(verdict.finding().at(), verdict.rule().id());
    }
  }

  private static Finding finished(Verdict first, List<Verdict> same, String fingerprint) {
    Finding finding = first.finding();
    var properties = new TreeMap<>(finding.properties());
    var steps = new ArrayList<>(finding.steps());
    var others = new TreeSet<String>();
    Confidence confidence = finding.confidence();
    Severity severity = finding.severity();
    for (Verdict verdict : same) {
      Finding other = verdict.finding();
      if (verdict.truth() == first.truth() && other.confidence().compareTo(confidence) > 0) {
        confidence = other.confidence();
      }
      if (verdict.truth() == first.truth() && other.severity().isAtLeast(severity)) {
        severity = other.severity();
      }
      other.resource().filter(id -> !finding.resource().equals(other.resource())).ifPresent(others::add);
      for (EvidenceStep step : other.steps()) {
        if (!steps.contains(step)) {
          steps.add(step);
        }
      }
    }
    if (!others.isEmpty()) {
      properties.put("alsoIn", new Finding.Fact.Many(List.copyOf(others)));
    }
    return new Finding(finding.ruleId(), severity, confidence, finding.message(), finding.at(), finding.resource(),
        finding.function(), properties, steps, finding.fix(), fingerprint);
  }

  /** {@code slguard/v1}: SHA-256 of rule, file, anchor and ordinal, cut to 32 hexadecimal digits. */
  private static String fingerprint(String identity) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
