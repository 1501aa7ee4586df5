package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Service;
import java.util.Locale;
import java.util.Optional;

/**
 * An {@code http} event.
 *
 * @param path without slashes at its ends; empty for the root
 * @param method in lower case
 * @param integration {@code AWS_PROXY}, {@code AWS}, {@code HTTP}, {@code HTTP_PROXY} or {@code MOCK}
 */
record RestEvent(Event event, String path, String method, String integration, Optional<RestAuthorizer> authorizer) {

  /** The event as written; empty if method or path is missing. */
  static Optional<RestEvent> of(Event event, Service service) {
    Optional<String> method = event.text("method");
    Optional<String> path = event.text("path");
    Optional<String> text = event.asText();
    if (text.isPresent()) {
      String[] parts = text.get().strip().split(" +", 2);
      method = Optional.of(parts[0]);
      path = parts.length == 2 ? Optional.of(parts[1]) : Optional.of(parts[0]).filter("*"::equals);
    }
    if (method.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RestEvent(event, stripped(path.get()), method.get().toLowerCase(Locale.ROOT),
        integration(event), RestAuthorizer.of(event, service)));
  }

  private static String stripped(String path) {
    String start = path.startsWith("/") ? path.substring(1) : path;
    return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
  }

  private static String integration(Event event) {
    Optional<String> written = event.text("integration").map(name -> name.toUpperCase(Locale.ROOT).replace('-', '_'));
    if (written.isPresent()) {
      return switch (written.get()) {
        case "LAMBDA" -> "AWS";
        case "LAMBDA_PROXY" -> "AWS_PROXY";
        default -> written.get();
      };
    }
    return Config.truthy(event.settings(), "async").isPresent() ? "AWS" : "AWS_PROXY";
  }

  /** Whether the method calls the function. */
  boolean invokes() {
    return integration.equals("AWS") || integration.equals("AWS_PROXY");
  }

  /** The {@code request} settings. */
  Tree.Mapping request() {
    return Config.mappingAt(event.settings(), "request");
  }
}
