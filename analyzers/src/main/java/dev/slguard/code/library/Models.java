package dev.slguard.code.library;

import java.util.Set;

/** Where libraries come from. */
public interface Models {
  /** What library calls do in {@code languages}: the models of the others need not be read. */
  Libraries of(Set<String> languages);
}
