package dev.slguard.sarif;

import com.google.gson.stream.JsonWriter;
import dev.slguard.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Places as SARIF writes them: URIs relative to the root, regions with all four ends. */
final class SarifPlaces {
  /** The name that every tool gives to the root of the repository. */
  static final String ROOT = "%SRCROOT%";

  private SarifPlaces() {}

  /** Writes the member {@code physicalLocation} without a snippet. */
  static void physical(JsonWriter json, Span at) throws IOException {
    json.name("physicalLocation").beginObject();
    artifact(json, at.file());
    json.name("region").beginObject();
    region(json, at);
    json.endObject().endObject();
  }

  /** Writes the member {@code artifactLocation}. */
  static void artifact(JsonWriter json, String path) throws IOException {
    json.name("artifactLocation").beginObject();
    json.name("uri").value(uri(path)).name("uriBaseId").value(ROOT);
    json.endObject();
  }

  /** Writes the four ends into an open region; a region is never empty. */
  static void region(JsonWriter json, Span at) throws IOException {
    boolean empty = at.endLine() == at.line() && at.endColumn() <= at.column();
    json.name("startLine").value(at.line()).name("startColumn").value(at.column());
    json.name("endLine").value(at.endLine()).name("endColumn").value(empty ? at.column() + 1 : at.endColumn());
  }

  /** {@code path} with everything escaped that may not stand in a URI path. */
  static String uri(String path) {
    var uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
          || "-._~/!$&'()*+,;=@".indexOf(c) >= 0;
      if (plain) {
        uri.append((char) c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return uri.toString();
  }
}
