package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions and further state machines that the states of a state machine start (Amazon States Language). */
record StateMachineTriggers() implements TriggerFamily {
  /** Where a task names its function or machine, with JSONPath and with JSONata. */
  private static final List<String> NAMES = List.of("Resource", "Parameters.FunctionName", "Arguments.FunctionName",
      "Parameters.StateMachineArn", "Arguments.StateMachineArn");
  /** States inside other states. */
  static final List<String> INNER = List.of("Branches[]", "Iterator", "ItemProcessor");

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource machine : stack.ofType(Stack.STATE_MACHINE)) {
      List<Found> definitions = stack.definitions(machine);
      for (Found definition : definitions) {
        addStates(stack, machine, definition, triggers);
      }
      if (definitions.isEmpty()) {
        for (String property : List.of("DefinitionS3Location", "DefinitionUri")) {
          if (!(machine.property(property) instanceof Value.Absent)) {
            stack.missing(machine, property, "definition");
          }
        }
        addSubstituted(stack, machine, triggers);
      }
    }
    return triggers;
  }

  /** What a definition that is not there would be given to start. */
  private static void addSubstituted(Stack stack, Resource machine, List<Trigger> triggers) {
    for (Found value : stack.find(machine, "DefinitionSubstitutions.*")) {
      triggers
          .addAll(stack.triggers(value, Cause.service(EventShape.STEP_FUNCTIONS, Optional.of(machine.id()), value.at())
              .proven(List.of(machine.provenance().at())), Set.of(Stack.FUNCTION)));
    }
  }

  /** The definitions of a machine, inline or in a local file, with its substitutions put in. */
  static List<Found> definitions(Stack stack, Resource machine) {
    Value substitutions = stack.find(machine, "DefinitionSubstitutions").stream().map(Found::value).findFirst()
        .orElseGet(() -> new Value.Absent(machine.properties().at()));
    var definitions = new ArrayList<Found>();
    for (String property : List.of("Definition", "DefinitionString")) {
      for (Found written : stack.find(machine, property)) {
        TextDocument.of(stack, written.value()).ifPresent(document -> definitions.add(new Found(
            TextDocument.substituted(placed(stack, machine, document), substitutions), written.conditions())));
      }
    }
    for (String property : List.of("DefinitionS3Location", "DefinitionUri")) {
      for (Found location : stack.find(machine, property)) {
        location.text().filter(path -> !path.contains("://")).flatMap(path -> Root.resolve(location.at().file(), path))
            .filter(stack.root()::isFile)
            .flatMap(path -> TextDocument.inFile(stack, path, location.at(), substitutions))
            .ifPresent(document -> definitions.add(new Found(document, location.conditions())));
      }
    }
    return definitions;
  }

  /** SAM writes a definition out as text; its states get back the places where the author has them. */
  private static Value placed(Stack stack, Resource machine, Value document) {
    if (!machine.provenance().authoredType().equals("AWS::Serverless::StateMachine")) {
      return document;
    }
    Span at = machine.provenance().at();
    return stack.document(at.file()).flatMap(template -> template.mapping("Resources"))
        .flatMap(resources -> resources.mapping(machine.provenance().authoredId()))
        .flatMap(resource -> resource.mapping("Properties"))
        .flatMap(properties -> properties.get("Definition")
            .or(() -> properties.text("DefinitionUri").filter(path -> !path.contains("://"))
                .flatMap(path -> Root.resolve(at.file(), path)).flatMap(stack::document).map(Tree.class::cast)))
        .map(written -> Places.of(document, written)).orElse(document);
  }

  /** The key that names the target: a substituted value itself stands elsewhere. */
  private static Span place(Value state, String path) {
    Value at = state;
    Span place = state.at();
    for (String key : path.split("\\.", -1)) {
      if (at instanceof Value.Mapping mapping) {
        place = mapping.keyAt(key);
        at = mapping.get(key);
      }
    }
    return place;
  }

  private static void addStates(Stack stack, Resource machine, Found states, List<Trigger> triggers) {
    for (Found state : stack.find(states, "States.*")) {
      for (String name : NAMES) {
        for (Found target : stack.find(state, name)) {
          Cause cause = Cause.service(EventShape.STEP_FUNCTIONS, Optional.of(machine.id()), place(state.value(), name))
              .proven(List.of(machine.provenance().at()));
          triggers.addAll(stack.triggers(target, cause, Set.of(Stack.FUNCTION, Stack.STATE_MACHINE)));
        }
      }
      for (String inner : INNER) {
        for (Found nested : stack.find(state, inner)) {
          addStates(stack, machine, nested, triggers);
        }
      }
    }
  }
}
