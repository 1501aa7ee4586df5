package dev.slguard.report;

import dev.slguard.rules.finding.Report;
import java.io.IOException;

/** A format of the outcome of a scan. Stateless; the list of formats stands in cli. */
public interface ReportWriter {

  /**
   * Writes {@code report} to {@code out}, the same bytes for the same input.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(Report report, ReportContext context, Appendable out) throws IOException;
}
