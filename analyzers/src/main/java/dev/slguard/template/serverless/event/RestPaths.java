package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Stack;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources of a REST API: one a path part. */
final class RestPaths {
  private final Stack stack;
  private final Tree api;
  private final Tree root;
  private final Map<String, Tree> known = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Paths below {@code root}; those that {@code provider.apiGateway.restApiResources} names exist already. */
  RestPaths(Stack stack, Tree api, Tree root) {
    this.stack = stack;
    this.api = api;
    this.root = root;
    stack.service().provider("apiGateway", "restApiResources").ifPresent(this::predefine);
  }

  private void predefine(Tree resources) {
    switch (resources) {
      case Tree.Mapping mapping -> mapping.entries().forEach((path, entry) -> known.put(stripped(path), entry.value()));
      case Tree.Sequence(var items, _) -> items.forEach(item -> {
        if (item instanceof Tree.Mapping mapping) {
          Optional<Tree> id = Config.value(mapping, "resourceId");
          mapping.text("path").ifPresent(path -> id.ifPresent(tree -> known.put(stripped(path), tree)));
          mapping.text("path")
              .ifPresent(path -> mapping.text("name").ifPresent(name -> names.put(stripped(path), name)));
        }
      });
      case Tree.Scalar _ -> {
      }
    }
  }

  private static String stripped(String path) {
    String start = path.startsWith("/") ? path.substring(1) : path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }

  /** Adds the resources of all paths, parents first. */
  void compile(List<RestEvent> events) {
    for (RestEvent event : events) {
      if (!event.path().isEmpty()) {
        resource(event.path(), event);
      }
    }
  }

  private Tree resource(String path, RestEvent event) {
    Tree before = known.get(path);
    if (before != null) {
      return before;
    }
    int slash = path.lastIndexOf('/');
    Tree parent = slash < 0 ? root : resource(path.substring(0, slash), event);
    Draft draft = event.event().draft();
    String id = "ApiGatewayResource" + Naming.path(path);
    stack.merge(id, "AWS::ApiGateway::Resource",
        draft.object().put("ParentId", parent).put("PathPart", path.substring(slash + 1)).put("RestApiId", api).tree(),
        Optional.empty(), Stack.Origin.of(event.event()));
    Tree reference = draft.ref(id);
    known.put(path, reference);
    return reference;
  }

  /** The id of the resource of {@code path}. */
  Tree id(String path) {
    Tree id = known.get(path);
    return id == null ? root : id;
  }

  /** What stands for {@code path} in logical ids. */
  String name(String path) {
    String given = names.get(path);
    return given != null ? given : path.isEmpty() ? "" : Naming.path(path);
  }
}
