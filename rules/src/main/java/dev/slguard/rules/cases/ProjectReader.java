package dev.slguard.rules.cases;

import dev.slguard.graph.Application;
import java.util.SequencedMap;

/** Reads the files of a case as a scan would. */
public interface ProjectReader {
  /** The application that {@code files}, text by path, make. */
  Application read(SequencedMap<String, String> files);
}
