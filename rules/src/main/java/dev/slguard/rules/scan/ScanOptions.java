package dev.slguard.rules.scan;

import dev.slguard.code.library.Models;
import dev.slguard.graph.ReadOptions;
import dev.slguard.rules.finding.Severity;
import java.time.LocalDate;

/**
 * What to scan and what to report.
 *
 * @param minSeverity findings below it are left out
 * @param today a suppression counts up to and including its last day
 * @param models what library calls do; loaded when there is code to read
 */
public record ScanOptions(ReadOptions read, Severity minSeverity, LocalDate today, Models models) {}
