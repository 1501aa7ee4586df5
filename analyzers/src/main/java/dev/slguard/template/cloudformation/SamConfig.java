package dev.slguard.template.cloudformation;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.template.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code samconfig.toml} beside a template: the parameters with which {@code sam deploy} would deploy it. Of the file only
 * the settings {@code parameter_overrides} and {@code region} are read, those of the environment {@code default}.
 */
public final class SamConfig {
  private static final String FILE = "samconfig.toml";

  private final Map<String, String> overrides = new LinkedHashMap<>();
  private Optional<String> region = Optional.empty();

  private SamConfig() {}

  /** {@code options} with what the configuration beside {@code template} adds; what the caller gives wins. */
  public static TemplateOptions applied(TemplateOptions options, String template, Root root, Diagnostics diagnostics) {
    Optional<String> path = Root.resolve(template, FILE).filter(root::isFile);
    Optional<SourceFile> file = path.flatMap(found -> root.read(found, Span.startOf(found), diagnostics));
    if (file.isEmpty()) {
      return options;
    }
    var config = new SamConfig();
    config.read(file.get().text());
    var parameters = new LinkedHashMap<>(config.overrides);
    parameters.putAll(options.parameters());
    return new TemplateOptions(parameters, options.stage(), options.region().or(() -> config.region),
        options.partition());
  }

  private void read(String text) {
    String section = "";
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
        continue;
      }
      int equals = line.indexOf('=');
      boolean mine = section.equals("default.deploy.parameters") || section.equals("default.global.parameters");
      if (equals <= 0 || !mine || line.startsWith("#")) {
        continue;
      }
      var value = new StringBuilder(line.substring(equals + 1).strip());
      // A list, or a text in three quotes, goes on until it is closed.
      while (i + 1 < lines.length && isOpen(value)) {
        value.append('\n').append(lines[++i]);
      }
      setting(line.substring(0, equals).strip(), value.toString().strip());
    }
  }

  private static boolean isOpen(StringBuilder value) {
    String text = value.toString().strip();
    return text.startsWith("[") && !text.endsWith("]")
        || text.startsWith("\"\"\"") && (text.length() < 6 || !text.endsWith("\"\"\""));
  }

  private void setting(String key, String value) {
    switch (key) {
      case "region" -> region = Optional.of(unquoted(value)).filter(text -> !text.isEmpty());
      case "parameter_overrides" -> pairs(value.startsWith("[") ? value.substring(1, value.length() - 1) : value);
      default -> {
      }
    }
  }

  private static String unquoted(String value) {
    for (String quotes : new String[]{"\"\"\"", "\"", "'"}) {
      if (value.length() >= 2 * quotes.length() && value.startsWith(quotes) && value.endsWith(quotes)) {
        return value.substring(quotes.length(), value.length() - quotes.length());
      }
    }
    return value;
  }

  /** {@code Key=Value} and {@code Key="two words"}, parted by blanks or, in a list, by commas between quoted texts. */
  private void pairs(String written) {
    String text = unquoted(written.strip()).replace("\\\"", "\"");
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' || c == '"' || c == '\'' || Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        return;
      }
      String key = text.substring(at, equals).strip();
      at = equals + 1;
      boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
      int end = quoted ? text.indexOf(text.charAt(at), at + 1) : end(text, at);
      end = end < 0 ? text.length() : end;
      overrides.put(key, text.substring(quoted ? at + 1 : at, end));
      at = quoted ? end + 1 : end;
    }
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '"'
        && text.charAt(at) != '\'') {
      at++;
    }
    return at;
  }
}
