package dev.slguard.template.sam;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which SAM works: Globals, then resources one by one (functions, state machines, APIs, the rest), connectors,
 * CodeDeploy, and at last the references to what was renamed.
 */
final class SamExpander {
  private static final String SAM = "AWS::Serverless::";
  private static final List<String> RESERVED = List.of("lambda:createdBy", "serverlessrepo:applicationId",
      "serverlessrepo:semanticVersion");

  private final SamTemplate template;
  private final Globals globals;
  private final Apis apis;
  private final Deployments deployments;
  private final Connectors connectors;
  private final Map<String, Owner> owners = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  SamExpander(SamTemplate template) {
    this.template = template;
    this.globals = new Globals(template);
    this.apis = new Apis(template, globals);
    this.deployments = new Deployments(template);
    this.connectors = new Connectors(template);
  }

  /** The template as plain CloudFormation. */
  Tree.Mapping expand() {
    template.body().mapping("Resources").ifPresent(section -> section.entries().forEach(this::read));
    checkSections();
    for (Owner owner : owners.values()) {
      switch (owner.type()) {
        case SAM + "Api" -> apis.addRest(owner);
        case SAM + "HttpApi" -> apis.addHttp(owner);
        default -> {
        }
      }
    }
    each("Function", owner -> new FunctionResource(template, apis, deployments, owner).expand());
    each("StateMachine", owner -> new StateMachineResource(template, apis, owner).expand());
    apis.expand(new SharedUsagePlan(template));
    each("WebSocketApi", owner -> new WebSocketApiResource(template, owner).expand());
    var simple = new SimpleResources(template);
    each("SimpleTable", simple::table);
    each("LayerVersion", simple::layer);
    each("Application", simple::application);
    var compute = new ComputeResources(template);
    each("CapacityProvider", compute::capacityProvider);
    each("WebFunction", owner -> new WebFunctionResource(template, owner).expand());
    each("NetworkConnector", compute::networkConnector);
    each("MicrovmImage", compute::microvmImage);
    each("GraphQLApi", owner -> new GraphQLApiResource(template, connectors, owner).expand());
    connectors.expand(owners);
    deployments.expand();
    return template.build(order);
  }

  private interface Step {
    void expand(Owner owner);
  }

  private void each(String type, Step step) {
    String wanted = SAM + type;
    for (Owner owner : owners.values()) {
      if (owner.type().equals(wanted)) {
        step.expand(owner);
      }
    }
  }

  private void checkSections() {
    for (String section : List.of("Parameters", "Mappings", "Conditions", "Resources")) {
      Optional<Tree> written = template.body().get(section);
      if (written.isPresent() && !(written.get() instanceof Tree.Mapping)
          && !(Intrinsics.isNull(written.get()) && !section.equals("Mappings"))) {
        template.diagnostics().error(template.body().keyAt(section), "section '" + section + "' is no object");
      }
    }
  }

  private void read(String id, Tree.Entry entry) {
    order.add(id);
    if (!(entry.value() instanceof Tree.Mapping resource)) {
      template.error(id, entry.keyAt(), "is no object; it is not read");
      return;
    }
    if (resource.get("Type").isPresent() && resource.text("Type").isEmpty()) {
      template.error(id, resource.keyAt("Type"), "Type is no text");
    }
    String type = resource.text("Type").orElse("");
    var owner = new Owner(id, type, entry.keyAt(), resource);
    boolean sam = type.startsWith(SAM);
    if (sam && !ResourceProperties.knows(type)) {
      template.error(id, resource.keyAt("Type"), "'" + Text.shown(type) + "' is no type that SAM knows");
    }
    if (sam && ResourceProperties.knows(type)) {
      owner = globals.merged(owner);
      check(owner);
      owners.put(id, owner);
    } else {
      template.keep(id, without(resource));
    }
    connectors.collect(owner);
  }

  /** Connectors may stand on any resource; they do not stay there. */
  private static Tree without(Tree.Mapping resource) {
    if (!resource.has("Connectors")) {
      return resource;
    }
    Draft draft = Draft.of(resource);
    draft.remove("Connectors");
    return draft.build();
  }

  private static boolean isAlphanumeric(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private void check(Owner owner) {
    if (!isAlphanumeric(owner.id())) {
      template.error(owner, owner.at(), "a logical id consists of letters and digits");
    }
    Optional<Tree> written = owner.resource().get("Properties");
    if (written.isPresent() && !(written.get() instanceof Tree.Mapping) && !Intrinsics.isNull(written.get())) {
      template.error(owner, owner.resource().keyAt("Properties"), "Properties is no object");
      return;
    }
    owner.properties().entries().forEach((name, entry) -> {
      if (!ResourceProperties.takes(owner.type(), name)) {
        template.doubt(owner, entry.keyAt(), "'" + Text.shown(name) + "' is no property of " + owner.type());
      }
    });
    for (String name : ResourceProperties.required(owner.type())) {
      if (owner.property(name).filter(tree -> !Intrinsics.isNull(tree))
          .filter(tree -> Intrinsics.textOf(tree).filter(String::isEmpty).isEmpty()).isEmpty()) {
        template.error(owner, owner.at(), owner.type() + " needs " + name);
      }
    }
    owner.properties().mapping("Tags").ifPresent(tags -> tags.entries().forEach((name, entry) -> {
      if (RESERVED.contains(name)) {
        template.doubt(owner, entry.keyAt(), "the tag '" + name + "' is SAM's own");
      }
    }));
    Kinds.check(template, owner);
    Optional<Tree> condition = owner.resource().get("Condition");
    if (condition.isPresent() && Intrinsics.textOf(condition.get()).isEmpty()) {
      template.error(owner, owner.resource().keyAt("Condition"), "Condition is no text");
    }
  }
}
