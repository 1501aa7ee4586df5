package dev.slguard.rules.evaluate;

import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which resource of a deployment a value means: by reference, inside a text, or by the name it was given. */
final class Links {
  private final Deployment deployment;
  private final Map<String, List<Resource>> byType = new HashMap<>();

  Links(Deployment deployment) {
    this.deployment = deployment;
    for (Resource resource : deployment.resources().values()) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
    }
  }

  /** Resources of the given types in the order deployed; {@code *} is any, a type may end with {@code *}. */
  List<Resource> ofTypes(List<String> types) {
    if (types.size() == 1 && types.getFirst().indexOf('*') < 0) {
      return byType.getOrDefault(types.getFirst(), List.of());
    }
    var found = new ArrayList<Resource>();
    for (Resource resource : deployment.resources().values()) {
      if (isOf(resource, types)) {
        found.add(resource);
      }
    }
    return found;
  }

  /** Whether {@code resource} is of one of {@code types}. */
  static boolean isOf(Resource resource, List<String> types) {
    for (String type : types) {
      if (type.equals(resource.type())
          || type.endsWith("*") && resource.type().startsWith(type.substring(0, type.length() - 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code value} means {@code resource}. A parameter or import could, but names another stack's resource in
   * practice, so only what cannot be read at all is UNKNOWN.
   */
  static Truth means(Value value, Resource resource) {
    return switch (value) {
      case Value.Reference(String id, _, _) -> Truth.of(id.equals(resource.id()));
      case Value.Text(var parts, _) -> {
        Truth any = Truth.FALSE;
        for (Value part : parts) {
          any = any.or(part instanceof Value.Scalar ? Truth.FALSE : means(part, resource));
        }
        yield any;
      }
      case Value.Scalar(String text, _, _) -> Truth.of(isNamed(resource, text));
      case Value.Listing(var items, _) -> {
        Truth any = Truth.FALSE;
        for (Value item : items) {
          any = any.or(means(item, resource));
        }
        yield any;
      }
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> {
        Truth one = means(whenTrue, resource);
        yield one == means(whenFalse, resource) ? one : Truth.UNKNOWN;
      }
      case Value.Unknown(var origin, _, _) -> switch (origin) {
        case MACRO, MALFORMED -> Truth.UNKNOWN;
        case PARAMETER, SECRET_PARAMETER, PSEUDO, IMPORT, DYNAMIC_REFERENCE, ENVIRONMENT, FILE -> Truth.FALSE;
      };
      case Value.Mapping _,Value.Absent _ -> Truth.FALSE;
    };
  }

  /** Whether a property such as BucketName or Name gives {@code resource} the name {@code text}, alone or in an ARN. */
  private static boolean isNamed(Resource resource, String text) {
    if (text.isEmpty()) {
      return false;
    }
    String shortType = resource.type().substring(resource.type().lastIndexOf(':') + 1);
    for (String property : List.of(shortType + "Name", "Name")) {
      if (resource.property(property) instanceof Value.Scalar name && !name.text().isEmpty()
          && (text.equals(name.text()) || text.startsWith("arn:") && isLast(text, name.text()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLast(String arn, String name) {
    return arn.endsWith(name) && arn.length() > name.length()
        && (arn.charAt(arn.length() - name.length() - 1) == ':' || arn.charAt(arn.length() - name.length() - 1) == '/');
  }
}
