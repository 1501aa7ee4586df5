package dev.slguard.cli;

import dev.slguard.report.JsonReport;
import dev.slguard.report.ReportContext;
import dev.slguard.report.ReportWriter;
import dev.slguard.report.TextReport;
import dev.slguard.rules.finding.Report;
import dev.slguard.sarif.SarifReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code -f FORMAT[=FILE]}.
 *
 * @param file where to write; empty for standard output
 */
record Output(String format, Optional<String> file) {

  /** The outputs asked for; text on standard output if none. */
  static List<Output> of(List<String> asked) {
    var outputs = new ArrayList<Output>();
    for (String one : asked.isEmpty() ? List.of("text") : asked) {
      int equals = one.indexOf('=');
      var output = equals < 0
          ? new Output(one, Optional.empty())
          : new Output(one.substring(0, equals), Optional.of(one.substring(equals + 1)));
      writer(output.format());
      outputs.add(output);
    }
    if (outputs.stream().filter(output -> output.file().isEmpty()).count() > 1) {
      throw new UserError("only one -f can go to standard output; give the others a file: -f sarif=out.sarif");
    }
    return outputs;
  }

  private static ReportWriter writer(String format) {
    return switch (format) {
      case "text" -> new TextReport();
      case "json" -> new JsonReport();
      case "sarif" -> new SarifReport();
      default -> throw new UserError("-f takes text, json or sarif, not '" + format + "'");
    };
  }

  /** Writes {@code report}; a file never gets colours. */
  void write(Report report, ReportContext context, Console console) throws IOException {
    if (file.isEmpty()) {
      writer(format).write(report, context, console.out());
      console.out().flush();
      return;
    }
    var plain = new ReportContext(context.version(), context.prefix(), context.sources(), false, context.millis(),
        context.category());
    Path path = console.directory().resolve(file.get());
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
      writer(format).write(report, plain, out);
    }
  }
}
