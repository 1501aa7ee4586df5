package dev.slguard.graph.policy;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.template.policy.PolicyCarrier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Makes a deployment of principals and documents: each document becomes the resource that would carry it, so that rules for
 * policies in templates serve here too.
 */
final class PolicyDeployment {
  private static final String MANAGED = "AWS::IAM::ManagedPolicy";
  private static final String DOCUMENT = "PolicyDocument";

  private final SequencedMap<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, PolicyDocument> byArn = new LinkedHashMap<>();
  private final Map<String, PrincipalDraft> groups = new LinkedHashMap<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<PolicyDocument> policies = new ArrayList<>();

  /** Adds a customer managed policy that principals attach by its ARN; alone it is nobody's. */
  void managed(String arn, Written policy) {
    byArn.put(arn, document(MANAGED, policy.name(), policy, DOCUMENT));
  }

  /** Adds the policy of a resource. */
  void resource(Written policy) {
    PolicyCarrier carrier = PolicyCarrier.ofResourcePolicy(policy.document());
    PolicyDocument document = document(carrier.type(), policy.name(), policy, carrier.property());
    policies.add(new PolicyDocument(document.name(), document.carrier(), document.document(), document.conditions(),
        document.at(), List.of(document.carrier())));
  }

  /** Adds a policy of an organization, {@code kind} as the resource type spells it; it grants nobody anything. */
  void organization(String kind, Written policy) {
    var properties = new LinkedHashMap<String, Value>();
    properties.put("Type", Value.Scalar.text(kind, policy.at()));
    properties.put("Content", policy.document());
    resource("AWS::Organizations::Policy", policy.name(), policy.at(), properties);
  }

  /** Adds a principal; the groups it is in come first. */
  void principal(PrincipalDraft draft) {
    if (draft.type().equals("AWS::IAM::Group")) {
      groups.put(draft.name(), draft);
    }
    var properties = new LinkedHashMap<String, Value>();
    properties.put("ManagedPolicyArns", new Value.Listing(List.copyOf(draft.managed()), draft.at()));
    draft.arn().ifPresent(arn -> properties.put("Arn", arn));
    draft.trust().ifPresent(trust -> properties.put("AssumeRolePolicyDocument", trust.document()));
    var documents = new ArrayList<PolicyDocument>();
    var managed = new ArrayList<Value>();
    // A principal that is known by its documents alone is no resource; its documents are.
    boolean real = !draft.type().equals(MANAGED);
    Resource resource = real
        ? resource(draft.type(), draft.name(), draft.at(), properties)
        : unlisted(draft.type(), draft.name(), draft.at());
    gather(draft, real, documents, managed);
    for (String group : draft.groups()) {
      PrincipalDraft found = groups.get(group);
      if (found != null) {
        inherit(found, documents, managed);
      }
    }
    draft.guards().forEach(guard -> organization("SERVICE_CONTROL_POLICY", guard));
    Value trust = resource.property("AssumeRolePolicyDocument");
    roles.add(new Role(resource, trust, documents, managed, boundary(draft)));
  }

  private void gather(PrincipalDraft draft, boolean real, List<PolicyDocument> documents, List<Value> managed) {
    String inline = switch (draft.type()) {
      case "AWS::IAM::User" -> "AWS::IAM::UserPolicy";
      case "AWS::IAM::Group" -> "AWS::IAM::GroupPolicy";
      case "AWS::IAM::Role" -> "AWS::IAM::RolePolicy";
      default -> MANAGED;
    };
    for (Written grant : draft.grants()) {
      String id = real && !grant.name().equals(draft.name()) ? draft.name() + '/' + grant.name() : grant.name();
      documents.add(document(inline, id, grant, DOCUMENT));
    }
    attached(draft, documents, managed);
  }

  private void attached(PrincipalDraft draft, List<PolicyDocument> documents, List<Value> managed) {
    for (Value.Scalar arn : draft.managed()) {
      PolicyDocument known = byArn.get(arn.text());
      if (known == null) {
        managed.add(arn);
      } else {
        documents.add(known);
      }
    }
  }

  /** What a group gives its members, under the names it has there. */
  private void inherit(PrincipalDraft group, List<PolicyDocument> documents, List<Value> managed) {
    roles.stream().filter(role -> role.resource().type().equals("AWS::IAM::Group") && role.id().equals(group.name()))
        .findFirst().ifPresent(role -> {
          documents.addAll(role.documents());
          managed.addAll(role.managed());
        });
  }

  private Value boundary(PrincipalDraft draft) {
    if (draft.boundary().isPresent()) {
      Written written = draft.boundary().get();
      PolicyDocument document = document(MANAGED, written.name(), written, DOCUMENT);
      return new Value.Reference(document.carrier(), "", written.at());
    }
    Optional<Value.Scalar> arn = draft.boundaryArn();
    if (arn.isEmpty()) {
      return new Value.Absent(draft.at());
    }
    PolicyDocument known = byArn.get(arn.get().text());
    return known == null ? arn.get() : new Value.Reference(known.carrier(), "", arn.get().at());
  }

  private PolicyDocument document(String type, String id, Written written, String property) {
    Value held = written.document();
    for (String key : List.of(property.split("\\.")).reversed()) {
      held = mapping(Map.of(key, held), written.at());
    }
    var properties = new LinkedHashMap<>(((Value.Mapping) held).entries());
    // The resource itself is not here: messages call it as its policy is called.
    subject(type).ifPresent(key -> properties.put(key, Value.Scalar.text(written.name(), written.at())));
    Resource carrier = resource(type, id, written.at(), properties);
    return new PolicyDocument(written.name(), carrier.id(), written.document(), ConditionSet.ALWAYS, written.at());
  }

  /** The property that names what the policy of a resource is about. */
  private static Optional<String> subject(String type) {
    return switch (type) {
      case "AWS::S3::BucketPolicy" -> Optional.of("Bucket");
      case "AWS::SQS::QueuePolicy" -> Optional.of("Queues");
      case "AWS::SNS::TopicPolicy" -> Optional.of("Topics");
      case "AWS::SecretsManager::ResourcePolicy" -> Optional.of("SecretId");
      default -> Optional.empty();
    };
  }

  private Resource resource(String type, String wanted, Span at, Map<String, Value> properties) {
    String id = wanted;
    for (int i = 2; resources.containsKey(id); i++) {
      id = wanted + " (" + i + ')';
    }
    var resource = new Resource(id, type, mapping(properties, at), mapping(Map.of(), at), ConditionSet.ALWAYS,
        Provenance.authored(at, id, type));
    resources.put(id, resource);
    return resource;
  }

  private static Resource unlisted(String type, String id, Span at) {
    return new Resource(id, type, mapping(Map.of(), at), mapping(Map.of(), at), ConditionSet.ALWAYS,
        Provenance.authored(at, id, type));
  }

  private static Value.Mapping mapping(Map<String, Value> entries, Span at) {
    var keys = new LinkedHashMap<String, Span>();
    entries.forEach((key, value) -> keys.put(key, value.at()));
    return new Value.Mapping(new LinkedHashMap<>(entries), keys, at);
  }

  /** The deployment, named after the principal or the file. */
  Deployment build(String name, String file) {
    byArn.values().forEach(this::unattached);
    return new Deployment(name, file, Deployment.Format.POLICY, resources, List.of(), List.of(), List.of(), List.of(),
        roles, policies);
  }

  /** A managed policy that nobody has, not as a boundary either, is judged by itself. */
  private void unattached(PolicyDocument document) {
    boolean used = roles.stream().anyMatch(role -> role.documents().contains(document)
        || role.boundary() instanceof Value.Reference(String id, _, _) && id.equals(document.carrier()));
    Resource carrier = resources.get(document.carrier());
    if (!used && carrier != null) {
      roles.add(new Role(carrier, new Value.Absent(document.at()), List.of(document), List.of(),
          new Value.Absent(document.at())));
    }
  }
}
