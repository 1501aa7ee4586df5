package dev.slguard.code.library;

import java.util.Set;

/**
 * A setting that does harm wherever it is written: a member, keyword or variable of one of the names that is given one
 * of the values.
 *
 * @param values texts, numbers and truth values as written
 * @param note what it means
 */
public record Setting(String category, Set<String> names, Set<String> values, Level weight, String note) {
  public Setting {
    names = Set.copyOf(names);
    values = Set.copyOf(values);
  }
}
