package dev.slguard.rules.scan;

import dev.slguard.graph.ReadOptions;
import dev.slguard.rules.finding.Severity;
import java.time.LocalDate;

/**
 * What to scan and what to report.
 *
 * @param minSeverity findings below it are left out
 * @param today a suppression counts up to and including its last day
 */
public record ScanOptions(ReadOptions read, Severity minSeverity, LocalDate today) {}
