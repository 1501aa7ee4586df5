package dev.slguard.iam.simulate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.PolicySet;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.evaluate.SessionChain;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyText;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one line of {@code policy simulate}. */
final class SimulationInput {
  /** In place of a policy: there is one, but what it says is not known. */
  private static final String UNKNOWN = "unknown";

  private final JsonObject line;
  private final Span at;

  SimulationInput(JsonObject line, Span at) {
    this.line = line;
    this.at = at;
  }

  /** A line that cannot be understood; the message says why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private JsonObject requestObject() throws Refused {
    if (line.get("request") instanceof JsonObject found) {
      return found;
    }
    throw new Refused("'request' is missing or no object");
  }

  private static Optional<String> text(JsonObject object, String key) throws Refused {
    JsonElement value = object.get(key);
    return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(text(value, key));
  }

  private static String text(JsonElement value, String key) throws Refused {
    if (value instanceof JsonPrimitive primitive) {
      return primitive.getAsString();
    }
    throw new Refused("'" + key + "' holds something else than text");
  }

  /** The actions that are all needed; usually one. */
  List<String> actions() throws Refused {
    JsonElement written = requestObject().get("action");
    var actions = new ArrayList<String>();
    for (JsonElement item : written == null ? List.<JsonElement>of() : items(written)) {
      actions.add(text(item, "action"));
    }
    if (actions.isEmpty()) {
      throw new Refused("'action' is missing");
    }
    return actions;
  }

  Request request(String action) throws Refused {
    JsonObject request = requestObject();
    String principal = text(request, "principal").orElse("anonymous");
    String resource = text(request, "resource").orElse("*");
    Optional<Glob> account = text(request, "resourceAccount").or(() -> accountOf(resource)).map(Glob::text);
    var setting = new Request.Setting(text(request, "managementAccount"), flag(request, "otherAccess"),
        flag(request, "blockPublicAccess"), flag(request, "awsManagedKey"),
        new SessionChain(chain(request), seconds(request)));
    return new Request(Caller.parse(principal), ActionPattern.action(action), ResourcePattern.resource(resource),
        account, context(request), ConditionSet.ALWAYS, setting);
  }

  private static Optional<String> accountOf(String resource) {
    String[] fields = resource.split(":", 6);
    return fields.length == 6 && fields[4].length() == 12 ? Optional.of(fields[4]) : Optional.empty();
  }

  private static boolean flag(JsonObject request, String key) throws Refused {
    return text(request, key).filter("true"::equals).isPresent();
  }

  private static List<SessionChain.Call> chain(JsonObject request) throws Refused {
    JsonElement written = request.get("chain");
    var calls = new ArrayList<SessionChain.Call>();
    for (JsonElement item : written == null ? List.<JsonElement>of() : items(written)) {
      if (!(item instanceof JsonObject call)) {
        throw new Refused("'chain' is no list of calls");
      }
      var transitive = new ArrayList<String>();
      JsonElement keys = call.get("transitiveTagKeys");
      for (JsonElement key : keys == null ? List.<JsonElement>of() : items(keys)) {
        transitive.add(text(key, "transitiveTagKeys"));
      }
      calls.add(new SessionChain.Call(tags(call, "roleTags"), tags(call, "tags"), transitive, seconds(call),
          text(call, "sourceIdentity")));
    }
    return calls;
  }

  private static Map<String, String> tags(JsonObject call, String key) throws Refused {
    var tags = new LinkedHashMap<String, String>();
    if (call.get(key) instanceof JsonObject written) {
      for (Map.Entry<String, JsonElement> entry : written.entrySet()) {
        tags.put(entry.getKey(), text(entry.getValue(), key));
      }
    } else if (call.has(key)) {
      throw new Refused("'" + key + "' is no object");
    }
    return tags;
  }

  private static OptionalLong seconds(JsonObject call) throws Refused {
    Optional<String> written = text(call, "durationSeconds");
    try {
      return written.isPresent() ? OptionalLong.of(Long.parseLong(written.get())) : OptionalLong.empty();
    } catch (NumberFormatException _) {
      throw new Refused("'durationSeconds' is no number");
    }
  }

  private static Context context(JsonObject request) throws Refused {
    JsonElement written = request.get("context");
    if (written == null || written.isJsonNull()) {
      return Context.EMPTY;
    }
    if (!(written instanceof JsonObject object)) {
      throw new Refused("'context' is no object");
    }
    var values = new LinkedHashMap<String, List<String>>();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      var list = new ArrayList<String>();
      for (JsonElement item : items(entry.getValue())) {
        list.add(text(item, entry.getKey()));
      }
      values.put(entry.getKey(), list);
    }
    return Context.of(values);
  }

  private static List<JsonElement> items(JsonElement value) {
    return value instanceof JsonArray array ? array.asList() : value.isJsonNull() ? List.of() : List.of(value);
  }

  PolicySet policies(boolean assumesRole) throws Refused {
    PolicyType resource = assumesRole ? PolicyType.TRUST : PolicyType.RESOURCE;
    return new PolicySet(list("identityPolicies", PolicyType.IDENTITY), list("resourcePolicy", resource),
        given("boundary", PolicyType.BOUNDARY), given("sessionPolicy", PolicyType.SESSION),
        levels("scps", PolicyType.SCP), levels("rcps", PolicyType.RCP), list("endpointPolicies", PolicyType.ENDPOINT));
  }

  private Optional<List<Policy>> given(String key, PolicyType type) {
    JsonElement value = line.get(key);
    return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(list(key, type));
  }

  private List<Policy> list(String key, PolicyType type) {
    JsonElement value = line.get(key);
    return value == null ? List.of() : documents(value, key, type);
  }

  private List<Policy> documents(JsonElement value, String name, PolicyType type) {
    var policies = new ArrayList<Policy>();
    List<JsonElement> items = items(value);
    for (int i = 0; i < items.size(); i++) {
      policies.add(
          PolicyReader.read(document(items.get(i)), type, value instanceof JsonArray ? name + '[' + i + ']' : name));
    }
    return policies;
  }

  private Value document(JsonElement item) {
    boolean unknown = item instanceof JsonPrimitive primitive && primitive.isString()
        && primitive.getAsString().equals(UNKNOWN);
    return unknown ? new Value.Unknown(Value.Origin.IMPORT, UNKNOWN, at) : PolicyText.of(item, at);
  }

  private List<List<Policy>> levels(String key, PolicyType type) throws Refused {
    JsonElement value = line.get(key);
    var levels = new ArrayList<List<Policy>>();
    if (value == null || value.isJsonNull()) {
      return levels;
    }
    if (!(value instanceof JsonArray array)) {
      throw new Refused("'" + key + "' is no list of levels");
    }
    for (int i = 0; i < array.size(); i++) {
      levels.add(documents(array.get(i), key + '[' + i + ']', type));
    }
    return levels;
  }
}
