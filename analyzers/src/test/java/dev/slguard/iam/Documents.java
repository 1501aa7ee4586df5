package dev.slguard.iam;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Code;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies and deployments from JSON text, {@code {"Ref"}} and {@code {"GetAtt"}} being references, for tests. */
public final class Documents {
  public static final Span AT = Span.startOf("template.json");

  private Documents() {}

  /** A policy of that type. */
  public static Policy policy(String json, PolicyType type) {
    return PolicyReader.read(value(JsonParser.parseString(json)), type, "policy");
  }

  /** One statement of an identity policy, as {@code Action} and {@code Resource} lists. */
  public static String allow(String actions, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":" + list(actions) + ",\"Resource\":" + list(resource) + "}";
  }

  /** A JSON list of the words of {@code text}; text that is JSON already stays. */
  public static String list(String text) {
    return text.startsWith("{") || text.startsWith("[") ? text : "[\"" + text.replace(" ", "\",\"") + "\"]";
  }

  /** A document of these statements. */
  public static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /** JSON with references. */
  public static Value value(JsonElement element) {
    if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      if (object.has("Ref")) {
        return reference(object.get("Ref").getAsString());
      }
      if (object.has("Join")) {
        var parts = new ArrayList<Value>();
        object.getAsJsonArray("Join").forEach(part -> parts.add(value(part)));
        return new Value.Text(parts, AT);
      }
      var entries = new LinkedHashMap<String, Value>();
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        entries.put(entry.getKey(), value(entry.getValue()));
      }
      return new Value.Mapping(entries, new LinkedHashMap<>(), AT);
    }
    if (element.isJsonArray()) {
      var items = new ArrayList<Value>();
      element.getAsJsonArray().forEach(item -> items.add(value(item)));
      return new Value.Listing(items, AT);
    }
    return Value.Scalar.text(element.getAsString(), AT);
  }

  private static Value reference(String text) {
    if (text.startsWith("AWS::")) {
      return new Value.Unknown(Value.Origin.PSEUDO, text, AT);
    }
    int dot = text.indexOf('.');
    return new Value.Reference(dot < 0 ? text : text.substring(0, dot), dot < 0 ? "" : text.substring(dot + 1), AT);
  }

  /** A deployment of the resources of {@code json}; roles, functions and bucket policies are bound. */
  public static Deployment deployment(String json) {
    var resources = new LinkedHashMap<String, Resource>();
    var roles = new ArrayList<Role>();
    var functions = new ArrayList<Function>();
    var policies = new ArrayList<PolicyDocument>();
    for (Map.Entry<String, JsonElement> entry : JsonParser.parseString(json).getAsJsonObject().entrySet()) {
      JsonObject body = entry.getValue().getAsJsonObject();
      String type = body.remove("Type").getAsString();
      var resource = new Resource(entry.getKey(), type, (Value.Mapping) value(body),
          new Value.Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), AT), ConditionSet.ALWAYS,
          Provenance.authored(AT, entry.getKey(), type));
      resources.put(entry.getKey(), resource);
      switch (type) {
        case "AWS::IAM::Role", "AWS::IAM::User" -> roles.add(role(resource));
        case "AWS::Lambda::Function" -> functions.add(new Function(resource, Optional.empty(), Optional.empty(),
            new Code.Missing("test", AT), new LinkedHashMap<>(),
            resource.property("Role") instanceof Value.Reference(String role, _, _)
                ? Optional.of(role)
                : Optional.empty(),
            List.of()));
        case "AWS::S3::BucketPolicy" -> policies.add(new PolicyDocument(entry.getKey(), entry.getKey(),
            resource.property("PolicyDocument"), ConditionSet.ALWAYS, AT));
        default -> {
        }
      }
    }
    return new Deployment("template.json", "template.json", Deployment.Format.CLOUDFORMATION, resources, List.of(),
        List.of(), functions, List.of(), roles, policies);
  }

  private static Role role(Resource resource) {
    var documents = new ArrayList<PolicyDocument>();
    for (Value policy : Values.items(resource.property("Policies"))) {
      documents.add(new PolicyDocument(resource.id(), resource.id(), policy, ConditionSet.ALWAYS, AT));
    }
    return new Role(resource, resource.property("AssumeRolePolicyDocument"), documents,
        Values.items(resource.property("ManagedPolicyArns")), resource.property("PermissionsBoundary"));
  }

}
