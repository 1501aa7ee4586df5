package dev.slguard.rules.scan;

import dev.slguard.graph.ReadOptions;
import dev.slguard.rules.finding.Severity;

/**
 * What to scan and what to report.
 *
 * @param minSeverity findings below it are left out
 */
public record ScanOptions(ReadOptions read, Severity minSeverity) {}
