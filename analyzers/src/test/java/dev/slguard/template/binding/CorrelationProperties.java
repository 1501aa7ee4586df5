package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What evaluation and binding say of conditions, against every assignment of the parameters tried one by one. */
class CorrelationProperties {

  /** A value of the evaluated template that some deployment has, and when. */
  private record Leaf(String text, ConditionSet when) {}

  @Property(tries = 400)
  void evaluation_keeps_exactly_what_some_assignment_has(@ForAll long seed) throws IOException {
    var template = new ConditionalTemplate(seed);
    Evaluated evaluated = evaluated(template);
    for (String id : template.resourceIds()) {
      Resource resource = evaluated.resources().get(id);
      for (Map<String, String> assignment : template.assignments()) {
        boolean exists = resource != null && ConditionalTemplate.holds(resource.conditions(), assignment);
        assertThat(exists).as("%s exists under %s in%n%s", id, assignment, template.text())
            .isEqualTo(template.exists(id, assignment));
      }
      if (resource != null) {
        assertThat(template.assignments()).as("%s in%n%s", id, template.text())
            .anyMatch(assignment -> template.exists(id, assignment));
      }
    }
  }

  @Property(tries = 400)
  void two_branches_meet_exactly_where_some_assignment_has_both(@ForAll long seed) throws IOException {
    var template = new ConditionalTemplate(seed);
    Evaluated evaluated = evaluated(template);
    var leaves = new ArrayList<Leaf>();
    evaluated.resources().values()
        .forEach(resource -> leaves(resource.property("Tag"), resource.conditions(), evaluated, leaves));
    for (Leaf one : leaves) {
      for (Leaf other : leaves) {
        assertThat(one.when().canMeet(other.when()))
            .as("'%s' meets '%s' in%n%s", one.text(), other.text(), template.text())
            .isEqualTo(template.assignments().stream().anyMatch(
                assignment -> template.has(one.text(), assignment) && template.has(other.text(), assignment)));
      }
    }
  }

  @Property(tries = 400)
  void triggers_are_those_of_some_assignment(@ForAll long seed) throws IOException {
    var template = new ConditionalTemplate(seed);
    Deployment deployment = new Binder().bind(evaluated(template), root(), new Diagnostics());
    for (Map<String, String> assignment : template.assignments()) {
      Set<String> found = new HashSet<>();
      for (Trigger trigger : deployment.triggers()) {
        if (ConditionalTemplate.holds(trigger.conditions(), assignment)) {
          found.add(trigger.shape() + " " + trigger.target() + ' ' + asked(trigger));
        }
      }
      assertThat(found).as("%s in%n%s", assignment, template.text()).isEqualTo(template.starts(assignment));
    }
    for (Trigger trigger : deployment.triggers()) {
      if (trigger.shape() == EventShape.FUNCTION_URL && trigger.exposure() == Exposure.INTERNET) {
        assertThat(template.assignments()).as("%s in%n%s", trigger, template.text())
            .anyMatch(assignment -> ConditionalTemplate.holds(trigger.conditions(), assignment)
                && template.isPublic(trigger.target(), assignment));
      }
    }
  }

  @Property(tries = 400)
  void roles_have_the_policies_that_some_assignment_gives_them(@ForAll long seed) throws IOException {
    var template = new ConditionalTemplate(seed);
    Evaluated evaluated = evaluated(template);
    Deployment deployment = new Binder().bind(evaluated, root(), new Diagnostics());
    for (Map<String, String> assignment : template.assignments()) {
      for (Role role : deployment.roles()) {
        if (role.id().startsWith("R") && template.exists(role.id(), assignment)) {
          Set<String> found = new HashSet<>();
          for (PolicyDocument document : role.documents()) {
            if (ConditionalTemplate.holds(document.conditions(), assignment)) {
              found.add(action(document.document()));
            }
          }
          assertThat(found).as("%s under %s in%n%s", role.id(), assignment, template.text())
              .isEqualTo(template.actions(role.id(), assignment));
        }
      }
    }
  }

  private static String asked(Trigger trigger) {
    return switch (trigger.authorization().kind()) {
      case NONE -> "NONE";
      case IAM -> "AWS_IAM";
      case SERVICE -> "SERVICE";
      case KEY_ONLY, COGNITO, JWT, LAMBDA, MUTUAL_TLS, UNKNOWN -> "other";
    };
  }

  private static String action(Value document) {
    return document instanceof Value.Mapping mapping && mapping.get("Statement") instanceof Value.Listing(var items, _)
        && items.getFirst() instanceof Value.Mapping statement && statement.get("Action") instanceof Value.Scalar action
            ? action.text()
            : "none";
  }

  private static void leaves(Value value, ConditionSet when, Evaluated evaluated, List<Leaf> into) {
    switch (value) {
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) -> {
        ConditionSet holds = evaluated.condition(condition);
        leaves(whenTrue, when.and(holds), evaluated, into);
        leaves(whenFalse, when.and(new ConditionSet.Formula.Not(holds.formula())), evaluated, into);
      }
      case Value.Scalar(String text, _, _) -> into.add(new Leaf(text, when));
      case Value.Text _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Unknown _,Value.Absent _ -> {
      }
    }
  }

  private static Root root() throws IOException {
    return new Root(Path.of("src/test"), Limits.DEFAULT);
  }

  private static Evaluated evaluated(ConditionalTemplate template) throws IOException {
    var body = (Tree.Mapping) Documents
        .read(SourceFile.of("template.yaml", template.text()), Limits.DEFAULT, new Diagnostics()).getFirst();
    return Bound.evaluated("template.yaml", body, root(), Map.of(), new Diagnostics());
  }
}
