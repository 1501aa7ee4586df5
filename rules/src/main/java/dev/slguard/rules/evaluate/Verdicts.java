package dev.slguard.rules.evaluate;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Kind;
import dev.slguard.rules.language.NodePath;
import dev.slguard.rules.language.Rule;
import dev.slguard.source.Glob;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one rule of one subject in every world and makes verdicts of the solutions. */
final class Verdicts {
  /** Conditions that tell apart more worlds than this leave a verdict undecided. */
  private static final int WORLDS = 64;

  private final Scene scene;

  Verdicts(Scene scene) {
    this.scene = scene;
  }

  /** Solves a rule in one world. */
  interface Question {
    List<Solution> solve(Solver solver);
  }

  /** A verdict and the worlds in which it was found. */
  private static final class Sighting {
    private final Verdict verdict;
    private final Map<String, Boolean> decided;
    private int worlds = 1;

    Sighting(Verdict verdict, Map<String, Boolean> decided) {
      this.verdict = verdict;
      this.decided = decided;
    }
  }

  /** The verdicts of {@code rule} on a subject that exists under {@code base}. */
  List<Verdict> ask(Rule rule, Node subject, ConditionSet base, StatementQuestions statements, Question question) {
    if (subject.owner().filter(owner -> owner.provenance().isHelper()).isPresent()) {
      return List.of();
    }
    World world = scene.world(base);
    if (!world.isPossible()) {
      return List.of();
    }
    var sightings = new LinkedHashMap<Span, Sighting>();
    int worlds = 0;
    boolean more = true;
    while (more && worlds < WORLDS) {
      worlds++;
      Solver solver = scene.solver(world, statements);
      var here = new LinkedHashMap<Span, Verdict>();
      for (Solution solution : question.solve(solver)) {
        Verdict verdict = verdict(rule, subject, solution, solver, world);
        here.merge(verdict.finding().at(), verdict, (old, young) -> old.truth().isTrue() ? old : young);
      }
      here.values().forEach(verdict -> note(sightings, verdict, world));
      more = world.next();
    }
    var verdicts = new ArrayList<Verdict>();
    for (Sighting sighting : sightings.values()) {
      Verdict verdict = more ? undecided(sighting.verdict) : sighting.verdict;
      if (isWanted(rule, verdict.finding().at().file())) {
        verdicts.add(sighting.worlds == worlds ? verdict : under(verdict, sighting.decided));
      }
    }
    return verdicts;
  }

  private static void note(Map<Span, Sighting> sightings, Verdict verdict, World world) {
    Sighting known = sightings.get(verdict.finding().at());
    if (known == null || verdict.truth().isTrue() && !known.verdict.truth().isTrue()) {
      sightings.put(verdict.finding().at(), new Sighting(verdict, new LinkedHashMap<>(world.decided())));
    } else if (known.verdict.truth() == verdict.truth()) {
      known.worlds++;
      known.decided.entrySet().retainAll(world.decided().entrySet());
    }
  }

  private static boolean isWanted(Rule rule, String file) {
    return rule.paths().isEmpty() || rule.paths().stream().anyMatch(glob -> new Glob(glob).matches(file));
  }

  private static Verdict undecided(Verdict verdict) {
    return new Verdict(verdict.rule(), Truth.UNKNOWN, verdict.finding(), verdict.anchor(), verdict.place());
  }

  /** The verdict with the conditions under which it holds. */
  private static Verdict under(Verdict verdict, Map<String, Boolean> decided) {
    if (decided.isEmpty()) {
      return verdict;
    }
    var words = new ArrayList<String>();
    decided.forEach((condition, value) -> words.add('\'' + condition + "' is " + value));
    Finding old = verdict.finding();
    String message = old.message();
    boolean stop = message.endsWith(".");
    String where = " where " + String.join(" and ", words) + (stop ? "." : "");
    var properties = new LinkedHashMap<>(old.properties());
    properties.put("condition", new Finding.Fact.One(String.join(" and ", words)));
    var finding = new Finding(old.ruleId(), old.severity(), old.confidence(),
        (stop ? message.substring(0, message.length() - 1) : message) + where, old.at(), old.resource(), old.function(),
        properties, old.steps(), old.fix());
    return verdict.with(finding);
  }

  private Verdict verdict(Rule rule, Node subject, Solution solution, Solver solver, World world) {
    var messages = new Messages(scene.deployment(), world);
    Node place = place(rule, solution, messages).orElse(subject);
    Severity severity = rule.info().severity();
    Confidence confidence = rule.info().confidence();
    for (Rule.Adjustment adjustment : rule.adjustments()) {
      if (solver.truth(adjustment.condition(), subject, solution.names()).isTrue()) {
        severity = adjustment.severity().orElse(severity);
        confidence = adjustment.confidence().orElse(confidence);
        break;
      }
    }
    boolean certain = solution.truth().isTrue();
    var properties = new LinkedHashMap<String, Finding.Fact>();
    if (!rule.info().aliases().isEmpty()) {
      properties.put("aliases", new Finding.Fact.Many(rule.info().aliases()));
    }
    if (!certain) {
      properties.put("undecided", new Finding.Fact.One("deployment decides whether this holds"));
    }
    Optional<Resource> owner = place.owner().or(subject::owner);
    owner.flatMap(made -> made.provenance().constructPath())
        .ifPresent(path -> properties.put("construct", new Finding.Fact.One(path)));
    Optional<String> resource = owner.map(found -> found.provenance().authoredId());
    var finding = new Finding(rule.id(), severity, certain ? confidence : Confidence.LOW,
        messages.fill(rule.message(), solution.names()), place.place(), resource, function(owner, subject), properties,
        steps(rule, place, solution, messages), rule.fix().map(fix -> messages.fill(fix, solution.names())));
    String anchor = resource.orElse("") + '#' + withoutIndexes(place.trail());
    return new Verdict(rule, solution.truth(), finding, anchor, place.trail());
  }

  /** The order of list items says nothing of their identity. */
  private static String withoutIndexes(String trail) {
    var text = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < trail.length(); i++) {
      char c = trail.charAt(i);
      inside &= c != ']';
      if (!inside) {
        text.append(c);
      }
      inside |= c == '[';
    }
    return text.toString();
  }

  /** The first place that was written; else the first there is. */
  private static Optional<Node> place(Rule rule, Solution solution, Messages messages) {
    Optional<Node> first = Optional.empty();
    for (NodePath path : rule.report()) {
      Optional<Node> node = messages.node(path, solution.names());
      if (node.isPresent() && !(node.get().value() instanceof Value.Absent)) {
        return node;
      }
      first = first.or(() -> node);
    }
    return first;
  }

  private Optional<String> function(Optional<Resource> owner, Node subject) {
    Deployment deployment = scene.deployment();
    if (subject.value() instanceof Value.Mapping mapping
        && mapping.entries().get("target") instanceof Value.Reference(String id, _, _)
        && deployment.resources().containsKey(id)) {
      return Optional.of(deployment.resources().get(id).provenance().authoredId());
    }
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    if (owner.get().type().equals("AWS::Lambda::Function")) {
      return Optional.of(owner.get().provenance().authoredId());
    }
    List<Function> users = scene.functionsOf(owner.get().id());
    return users.size() == 1 ? Optional.of(users.getFirst().authoredId()) : Optional.empty();
  }

  private List<EvidenceStep> steps(Rule rule, Node place, Solution solution, Messages messages) {
    EvidenceStep.Layer layer = switch (rule.match().kind()) {
      case TEMPLATE -> EvidenceStep.Layer.RESOURCE;
      case IAM -> EvidenceStep.Layer.IAM;
      case TAINT -> EvidenceStep.Layer.CODE;
    };
    EvidenceStep.Kind kind = rule.match().kind() == Kind.IAM
        ? EvidenceStep.Kind.PERMISSION
        : EvidenceStep.Kind.RESOURCE;
    var steps = new ArrayList<EvidenceStep>();
    for (Rule.Evidence evidence : rule.evidence()) {
      messages.node(evidence.node(), solution.names()).ifPresent(node -> steps
          .add(new EvidenceStep(layer, kind, messages.fill(evidence.message(), solution.names()), node.place())));
    }
    // A document in a file of its own is declared by nothing but itself.
    if (steps.isEmpty() && place.owner().isPresent() && scene.deployment().format() != Deployment.Format.POLICY) {
      Resource owner = place.owner().get();
      Span declared = owner.provenance().at();
      if (declared.line() != place.place().line()) {
        steps.add(new EvidenceStep(layer, kind,
            "'" + owner.provenance().authoredId() + "' is declared here (" + owner.provenance().authoredType() + ")",
            narrow(declared)));
      }
    }
    place.owner().flatMap(Verdicts::construct).ifPresent(steps::add);
    return steps;
  }

  /** Where the program of an assembly makes the resource; with the template's line if the assembly keeps no traces. */
  static Optional<EvidenceStep> construct(Resource owner) {
    Provenance provenance = owner.provenance();
    return provenance.constructPath()
        .map(path -> new EvidenceStep(EvidenceStep.Layer.RESOURCE, EvidenceStep.Kind.NOTE,
            provenance.program().isPresent()
                ? "the program makes construct '" + path + "' here"
                : "it belongs to construct '" + path + "'",
            narrow(provenance.program().orElse(provenance.at()))));
  }

  private static Span narrow(Span span) {
    return span.line() == span.endLine()
        ? span
        : new Span(span.file(), span.line(), span.column(), span.line(), span.column() + 1);
  }
}
