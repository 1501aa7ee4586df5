package dev.slguard.rules.language;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The JSON schema of rule files (draft 2020-12), made of the same tables that the loader checks; editors complete by it. */
public final class RuleSchema {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private RuleSchema() {}

  /** The schema as text. */
  public static String text() {
    var schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("title", "slguard rules");
    schema.addProperty("type", "object");
    schema.addProperty("additionalProperties", false);
    schema.add("required", texts(List.of("slguard", "rules")));
    var file = new JsonObject();
    file.add("slguard", constant(1));
    file.add("lists", mapOf(listOf(type("string"))));
    var rules = type("array");
    rules.add("items", oneOf(reference("rule"), reference("extension")));
    file.add("rules", rules);
    schema.add("properties", file);
    var definitions = new JsonObject();
    definitions.add("rule", rule());
    definitions.add("extension", extension());
    definitions.add("condition", condition());
    definitions.add("texts", oneOf(type("string"), listOf(type("string"))));
    definitions.add("scalar", scalar());
    schema.add("$defs", definitions);
    return JSON.toJson(schema);
  }

  private static JsonObject rule() {
    var properties = new JsonObject();
    for (String key : new TreeSet<>(RuleReader.KEYS)) {
      properties.add(key, switch (key) {
        case "kind" -> choice(List.of(Kind.values()).stream().map(Kind::key).toList());
        case "severity" -> choice(RuleReader.SEVERITIES);
        case "confidence" -> choice(RuleReader.CONFIDENCES);
        case "profile" -> choice(RuleReader.PROFILES);
        case "unknown" -> choice(RuleReader.UNKNOWN);
        case "enabled" -> type("boolean");
        case "cwe" -> oneOf(type("integer"), listOf(type("integer")));
        case "tags", "references", "aliases", "paths", "report" -> reference("texts");
        case "match" -> type("object");
        case "options" -> mapOf(type("object"));
        case "evidence", "adjust", "tests" -> listOf(type("object"));
        default -> type("string");
      });
    }
    var rule = type("object");
    rule.add("properties", properties);
    rule.add("required", texts(List.of("id", "title", "kind", "severity", "match", "message", "why")));
    rule.addProperty("additionalProperties", false);
    return rule;
  }

  private static JsonObject extension() {
    var properties = new JsonObject();
    properties.add("extends", type("string"));
    properties.add("severity", choice(RuleReader.SEVERITIES));
    properties.add("options", type("object"));
    properties.add("enabled", type("boolean"));
    properties.add("paths", reference("texts"));
    var extension = type("object");
    extension.add("properties", properties);
    extension.add("required", texts(List.of("extends")));
    extension.addProperty("additionalProperties", false);
    return extension;
  }

  private static JsonObject condition() {
    var properties = new JsonObject();
    for (Operator operator : Operator.values()) {
      properties.add(operator.key(), switch (operator.takes()) {
        case SCALAR -> reference("scalar");
        case SCALARS -> oneOf(reference("scalar"), listOf(reference("scalar")));
        case PATTERN -> type("string");
        case NUMBER -> type("number");
        case FLAG -> type("boolean");
      });
    }
    for (String key : List.of("all-of", "any-of")) {
      properties.add(key, listOf(reference("condition")));
    }
    for (String key : List.of("not", "any", "all", "none", "refers-to")) {
      properties.add(key, reference("condition"));
    }
    properties.add("count", type("object"));
    for (String key : List.of("path", "of", "as")) {
      properties.add(key, type("string"));
    }
    for (String key : List.of("resource", "through")) {
      properties.add(key, reference("texts"));
    }
    StatementReader.KEYS.forEach(key -> properties.add(key, new JsonObject()));
    var condition = type("object");
    condition.add("properties", properties);
    condition.addProperty("additionalProperties", false);
    return condition;
  }

  private static JsonObject scalar() {
    var scalar = new JsonObject();
    scalar.add("type", texts(List.of("string", "number", "boolean")));
    return scalar;
  }

  private static JsonObject type(String name) {
    var type = new JsonObject();
    type.addProperty("type", name);
    return type;
  }

  private static JsonObject constant(int value) {
    var constant = new JsonObject();
    constant.addProperty("const", value);
    return constant;
  }

  private static JsonObject choice(Collection<String> words) {
    var choice = new JsonObject();
    choice.add("enum", texts(words));
    return choice;
  }

  private static JsonObject reference(String name) {
    var reference = new JsonObject();
    reference.addProperty("$ref", "#/$defs/" + name);
    return reference;
  }

  private static JsonObject listOf(JsonElement item) {
    var list = type("array");
    list.add("items", item);
    return list;
  }

  private static JsonObject mapOf(JsonElement value) {
    var map = type("object");
    map.add("additionalProperties", value);
    return map;
  }

  private static JsonObject oneOf(JsonElement... choices) {
    var array = new JsonArray();
    for (JsonElement choice : choices) {
      array.add(choice);
    }
    var one = new JsonObject();
    one.add("oneOf", array);
    return one;
  }

  private static JsonArray texts(Collection<String> words) {
    var array = new JsonArray();
    words.forEach(array::add);
    return array;
  }
}
