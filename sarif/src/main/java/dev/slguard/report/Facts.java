package dev.slguard.report;

import com.google.gson.stream.JsonWriter;
import dev.slguard.rules.finding.Finding;
import dev.slguard.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The further facts of a finding in JSON. */
public final class Facts {
  private Facts() {}

  /** Writes every fact of {@code finding} as a member of the open object. */
  public static void write(JsonWriter json, Finding finding) throws IOException {
    for (Map.Entry<String, Finding.Fact> property : finding.properties().entrySet()) {
      json.name(property.getKey());
      switch (property.getValue()) {
        case Finding.Fact.One(String text) -> json.value(Text.clean(text));
        case Finding.Fact.Many(List<String> texts) -> {
          json.beginArray();
          for (String text : texts) {
            json.value(Text.clean(text));
          }
          json.endArray();
        }
      }
    }
  }
}
