package dev.slguard.template.serverless;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A value without order, hashes and the difference between a number and its text: as compare.mjs has it. */
final class Normal {
  private static final List<String> LISTS_OF_POLICIES = List.of("Action", "NotAction", "Resource", "NotResource",
      "Service", "AWS");

  private Normal() {}

  static JsonElement of(JsonElement value, String key) {
    return switch (value) {
      case JsonArray array -> ofArray(array, key);
      case JsonObject object -> ofObject(object);
      default -> new JsonPrimitive(value.isJsonNull() ? "null" : value.getAsString());
    };
  }

  /** A logical id without the hash at its end. */
  static String stem(String id) {
    return id.replaceAll("^ApiGatewayDeployment.*$", "ApiGatewayDeployment")
        .replaceAll("^WebsocketsDeployment(?!Stage).*$", "WebsocketsDeployment")
        .replaceAll("(LambdaVersion)[A-Za-z0-9]{20,}$", "$1");
  }

  private static JsonElement ofArray(JsonArray array, String key) {
    var items = new ArrayList<JsonElement>();
    array.forEach(item -> items.add(of(item, "")));
    if (key.equals("Fn::GetAtt")) {
      items.set(0, new JsonPrimitive(stem(items.getFirst().getAsString())));
    } else if (!key.equals("Fn::Join") && !key.equals("Fn::Sub")) {
      items.sort(Comparator.comparing(JsonElement::toString));
    }
    var sorted = new JsonArray();
    items.forEach(sorted::add);
    return sorted;
  }

  private static JsonElement ofObject(JsonObject object) {
    if (object.size() == 1 && object.has("Fn::Join") && object.get("Fn::Join") instanceof JsonArray join) {
      return joined(join);
    }
    var result = new JsonObject();
    for (String name : new TreeSet<>(object.keySet())) {
      JsonElement value = object.get(name);
      if (LISTS_OF_POLICIES.contains(name) && !value.isJsonArray()) {
        var list = new JsonArray();
        list.add(value);
        value = list;
      }
      if (!value.isJsonNull()) {
        result.add(name, name.equals("Ref") ? new JsonPrimitive(stem(value.getAsString())) : of(value, name));
      }
    }
    return result;
  }

  /** A Join whose delimiter is inserted and whose neighbouring texts are one. */
  private static JsonElement joined(JsonArray join) {
    String delimiter = join.get(0).getAsString();
    var all = new ArrayList<JsonElement>();
    for (int i = 0; i < join.get(1).getAsJsonArray().size(); i++) {
      if (i > 0) {
        add(all, new JsonPrimitive(delimiter));
      }
      JsonElement part = of(join.get(1).getAsJsonArray().get(i), "");
      if (part instanceof JsonObject inner && inner.has("Fn::Join")
          && inner.getAsJsonArray("Fn::Join").get(0).getAsString().isEmpty()) {
        inner.getAsJsonArray("Fn::Join").get(1).getAsJsonArray().forEach(one -> add(all, one));
      } else {
        add(all, part);
      }
    }
    if (all.size() == 1) {
      return all.getFirst();
    }
    var parts = new JsonArray();
    all.forEach(parts::add);
    var arguments = new JsonArray();
    arguments.add("");
    arguments.add(parts);
    var result = new JsonObject();
    result.add("Fn::Join", arguments);
    return result;
  }

  private static void add(List<JsonElement> all, JsonElement part) {
    boolean text = part.isJsonPrimitive();
    if (text && !all.isEmpty() && all.getLast().isJsonPrimitive()) {
      all.set(all.size() - 1, new JsonPrimitive(all.getLast().getAsString() + part.getAsString()));
    } else if (!text || !part.getAsString().isEmpty()) {
      all.add(part);
    }
  }
}
