package dev.slguard.rules.evaluate;

import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Match;
import dev.slguard.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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
    if (same.size() == 1) {
      return first.finding().identified(fingerprint);
    }
    List<Finding> sure = same.stream().filter(verdict -> verdict.truth() == first.truth()).map(Verdict::finding)
        .toList();
    Severity severity = sure.stream().map(Finding::severity).reduce(first.finding().severity(), Severity::stronger);
    Confidence confidence = sure.stream().map(Finding::confidence).max(Confidence::compareTo).orElseThrow();
    boolean flows = first.rule().match() instanceof Match.OfFlow;
    Finding told = flows ? strongest(sure) : first.finding();
    List<Finding> all = same.stream().map(Verdict::finding).toList();
    var properties = new TreeMap<>(told.properties());
    others("alsoIn", all, Finding::resource, told, properties);
    others("alsoInFunctions", all, Finding::function, told, properties);
    List<EvidenceStep> steps = told.steps();
    List<List<EvidenceStep>> otherFlows = List.of();
    if (flows) {
      otherFlows = all.stream().map(Finding::steps).filter(other -> !other.equals(told.steps())).distinct().toList();
    } else {
      steps = all.stream().flatMap(finding -> finding.steps().stream()).distinct().toList();
    }
    return new Finding(told.ruleId(), severity, confidence, told.message(), told.at(), told.resource(), told.function(),
        properties, steps, otherFlows, told.fix(), fingerprint);
  }

  /** The flow that a reader is told first: the most severe, the surest, the shortest. */
  private static Finding strongest(List<Finding> flows) {
    return flows.stream().min(Comparator.comparing(Finding::severity, Comparator.reverseOrder())
        .thenComparing(Finding::confidence, Comparator.reverseOrder()).thenComparingInt(flow -> flow.steps().size()))
        .orElseThrow();
  }

  /** Notes what the findings of one cause name beside what the one that is told names. */
  private static void others(String property, List<Finding> all, Function<Finding, Optional<String>> name, Finding told,
      Map<String, Finding.Fact> properties) {
    List<String> others = all.stream().map(name).filter(other -> !other.equals(name.apply(told)))
        .flatMap(Optional::stream).distinct().sorted().toList();
    if (!others.isEmpty()) {
      properties.put(property, new Finding.Fact.Many(others));
    }
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
