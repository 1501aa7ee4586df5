package dev.slguard.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Policy documents as IAM's API gives them: percent-encoded by RFC 3986 (IAM API Reference, GetRolePolicy). */
final class Documents {
  private Documents() {}

  /** The JSON text; a text that is not encoded stays as it is. */
  static String decoded(String document) {
    if (document.stripLeading().startsWith("{")) {
      return document;
    }
    try {
      // A plus sign is one: only forms write blanks so.
      return URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return document;
    }
  }
}
