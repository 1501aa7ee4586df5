package dev.slguard.rules.suppression;

import dev.slguard.model.Deployment;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Suppressed;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All suppressions of an application, ready to be applied to its findings. */
public final class Suppressions {
  private final List<Suppression> suppressions;
  private final List<Diagnostic> problems;

  private Suppressions(List<Suppression> suppressions, List<Diagnostic> problems) {
    this.suppressions = List.copyOf(suppressions);
    this.problems = List.copyOf(problems);
  }

  /**
   * The suppressions that files and resources hold.
   *
   * @param files templates and sources, for comments; those without the word {@code slguard:ignore} cost nothing
   * @param known ids and aliases of all loaded rules, those that are off included
   */
  public static Suppressions find(Collection<SourceFile> files, List<Deployment> deployments,
      Collection<String> known) {
    var problems = new Diagnostics();
    var checks = new SuppressionText(known, problems);
    var all = new ArrayList<Suppression>();
    for (SourceFile file : files) {
      all.addAll(CommentReader.read(file, checks));
      all.addAll(ServiceReader.read(file, checks, problems));
    }
    all.addAll(MetadataReader.read(deployments, checks, problems));
    return new Suppressions(all, problems.toList());
  }

  /**
   * What remains.
   *
   * @param notifications suppressions that are misspelt, expired or cover nothing
   */
  public record Outcome(List<Finding> findings, List<Suppressed> suppressed, List<Diagnostic> notifications) {
    public Outcome {
      findings = List.copyOf(findings);
      suppressed = List.copyOf(suppressed);
      notifications = List.copyOf(notifications);
    }
  }

  /**
   * Takes accepted findings out.
   *
   * @param today a suppression counts up to and including its last day
   * @param asked ids and aliases of the rules that ran: only their suppressions can be called unused
   */
  public Outcome apply(List<Finding> findings, LocalDate today, Collection<String> asked) {
    var kept = new ArrayList<Finding>();
    var suppressed = new ArrayList<Suppressed>();
    Set<Suppression> used = new HashSet<>();
    for (Finding finding : findings) {
      List<Suppression> covering = suppressions.stream().filter(one -> one.covers(finding)).toList();
      used.addAll(covering);
      Optional<Suppression> valid = covering.stream().filter(one -> !one.isExpired(today)).findFirst();
      if (valid.isPresent()) {
        Suppression one = valid.get();
        suppressed.add(new Suppressed(finding, one.reason(), one.until().map(LocalDate::toString), one.at()));
      } else {
        kept.add(finding);
      }
    }
    return new Outcome(kept, suppressed, notifications(used, today, asked));
  }

  private List<Diagnostic> notifications(Set<Suppression> used, LocalDate today, Collection<String> asked) {
    var notifications = new ArrayList<>(problems);
    for (Suppression one : suppressions) {
      if (!used.contains(one)) {
        if (asked.contains(one.rule())) {
          notifications.add(Diagnostic.warning(one.at(),
              "nothing of rule '" + one.rule() + "' is found here any more; the suppression can go"));
        }
      } else if (one.isExpired(today)) {
        notifications.add(Diagnostic.warning(one.at(), "the suppression of '" + one.rule() + "' ended on "
            + one.until().map(LocalDate::toString).orElse("") + "; the finding counts again"));
      }
    }
    Collections.sort(notifications);
    return notifications;
  }
}
