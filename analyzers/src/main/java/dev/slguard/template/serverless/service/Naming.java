package dev.slguard.template.serverless.service;

import java.util.Locale;

/** Logical ids as the framework makes them (version 3.40, unchanged in version 4). */
public final class Naming {
  private Naming() {}

  /** {@code name} as the first part of a logical id: {@code my-fn_x} becomes {@code MyDashfnUnderscorex}. */
  public static String normalized(String name) {
    return upperFirst(name.replace("-", "Dash").replace("_", "Underscore"));
  }

  /** {@code name} without anything but letters and digits, the first letter upper. */
  public static String alphanumeric(String name) {
    var kept = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        kept.append(c);
      }
    }
    return upperFirst(kept.toString());
  }

  /** {@code text} with its first letter upper. */
  public static String upperFirst(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code text} with its first letter upper and all others lower. */
  public static String capitalized(String text) {
    return upperFirst(text.toLowerCase(Locale.ROOT));
  }

  /** A path as part of a logical id: {@code users/{user-id}} becomes {@code UsersUserDashidVar}. */
  public static String path(String path) {
    var name = new StringBuilder();
    for (String part : path.split("/", -1)) {
      name.append(pathPart(part));
    }
    return name.toString();
  }

  private static String pathPart(String part) {
    String text = capitalized(part).replace("-", "Dash");
    int open = text.indexOf('{');
    int close = text.lastIndexOf('}');
    if (open >= 0 && close > open) {
      text = text.substring(0, open) + text.substring(open + 1, close) + "Var" + text.substring(close + 1);
    }
    return alphanumeric(text);
  }

  /** The role that functions share. */
  public static final String SHARED_ROLE = "IamRoleLambdaExecution";

  /** A function. */
  public static String function(String name) {
    return normalized(name) + "LambdaFunction";
  }
}
