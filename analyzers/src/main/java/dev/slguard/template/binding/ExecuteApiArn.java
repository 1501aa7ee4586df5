package dev.slguard.template.binding;

import java.util.Optional;

/**
 * The part of an API's ARN that names a route, in policies and permissions:
 * {@code arn:aws:execute-api:region:account:api/stage/METHOD/path}, short {@code execute-api:/stage/METHOD/path}.
 *
 * @param stage {@code *} where any
 * @param method {@code *} where any
 * @param path without leading slash; a pattern, {@code *} where any
 */
record ExecuteApiArn(String stage, String method, String path) {

  /** The route of the spelled ARN {@code arn}; empty if it is none of an API. Holes stand for anything. */
  static Optional<ExecuteApiArn> of(String arn) {
    if (arn.equals("*")) {
      return Optional.of(new ExecuteApiArn("*", "*", "*"));
    }
    int service = arn.indexOf("execute-api:");
    if (service < 0) {
      return Optional.empty();
    }
    String rest = opened(arn.substring(service + "execute-api:".length()));
    int path = rest.indexOf('/');
    if (path < 0) {
      return rest.endsWith("*") ? Optional.of(new ExecuteApiArn("*", "*", "*")) : Optional.empty();
    }
    String[] parts = rest.substring(path + 1).split("/", 3);
    String stage = parts[0].isEmpty() ? "*" : parts[0];
    String method = parts.length > 1 ? parts[1] : open(stage);
    String route = parts.length > 2 ? parts[2] : open(method);
    return Optional.of(new ExecuteApiArn(stage, method, route));
  }

  /** What follows a part that ends in a wildcard is matched by that wildcard. */
  private static String open(String part) {
    return part.endsWith("*") ? "*" : "";
  }

  /** {@code text} with every hole {@code ${…}} as {@code *}. */
  private static String opened(String text) {
    var opened = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        if (depth++ == 0) {
          opened.append('*');
        }
        i++;
      } else if (depth > 0 && c == '{') {
        depth++;
      } else if (depth > 0 && c == '}') {
        depth--;
      } else if (depth == 0) {
        opened.append(c);
      }
    }
    return opened.toString();
  }

  /** Whether some request of the route {@code wanted} {@code wantedPath} is meant. */
  boolean covers(String wanted, String wantedPath) {
    String bare = wantedPath.startsWith("/") ? wantedPath.substring(1) : wantedPath;
    boolean methodFits = wanted.equals("ANY") || Glob.matches(method, wanted);
    return methodFits && (Glob.matches(path, bare) || Glob.matches(path, starred(bare)));
  }

  /** The path as permissions have it: each parameter is a star. */
  private static String starred(String path) {
    var starred = new StringBuilder();
    int from = 0;
    for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', from)) {
      int close = path.indexOf('}', open);
      if (close < 0) {
        break;
      }
      starred.append(path, from, open).append('*');
      from = close + 1;
    }
    return starred.append(path.substring(from)).toString();
  }
}
