package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What event source mappings of all kinds share. */
final class Mappings {
  private Mappings() {}

  /** Adds a mapping that waits for the function's role. */
  static void add(String id, Event event, Draft.Fields properties, Stack stack) {
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>();
    stack.service().roleId(event.function()).ifPresent(role -> dependsOn.add(draft.text(role)));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    stack.merge(id, "AWS::Lambda::EventSourceMapping", properties.tree(), Optional.of(draft.list(dependsOn)),
        Stack.Origin.of(event));
  }

  /** Adds a mapping, or replaces the one with the same id. */
  static void replace(String id, Event event, Draft.Fields properties, Stack stack) {
    Draft draft = event.draft();
    var dependsOn = new ArrayList<Tree>();
    stack.service().roleId(event.function()).ifPresent(role -> dependsOn.add(draft.text(role)));
    event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    stack.add(id, "AWS::Lambda::EventSourceMapping", properties.tree(), Optional.of(draft.list(dependsOn)),
        Stack.Origin.of(event));
  }

  /** The first {@code length} characters of a name. */
  static String cut(String name, int length) {
    return name.length() > length ? name.substring(0, length) : name;
  }

  /** What a function needs to reach brokers in a VPC. */
  static Tree networkInterfaces(Draft draft) {
    return draft.object().put("Effect", "Allow")
        .put("Action",
            draft.texts("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",
                "ec2:DeleteNetworkInterface", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"))
        .put("Resource", "*").tree();
  }

  /** {@code filterPatterns} as CloudFormation has them. */
  static Optional<Tree> filters(Event event) {
    return event.setting("filterPatterns").map(patterns -> {
      Draft draft = Draft.of(patterns);
      List<Tree> filters = new ArrayList<>();
      for (Tree pattern : Config.items(patterns)) {
        filters.add(Draft.of(pattern).object().put("Pattern", Shape.of(pattern)).tree());
      }
      return draft.object().put("Filters", draft.list(filters)).tree();
    });
  }
}
