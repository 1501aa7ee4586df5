package dev.slguard.code.library;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The categories and the tags that sanitizers leave, each a bit of a mask, so that what a value is cleared of is one
 * number.
 */
public final class Categories {
  private static final int BITS = 62;

  private final Map<String, Category> byName = new LinkedHashMap<>();
  private final Map<String, Long> bits = new LinkedHashMap<>();
  private final long all;

  /** The categories in the order given; tags and further names get their bits in the order given. */
  public Categories(Collection<Category> categories, Collection<String> tags) {
    long injection = 0;
    for (Category category : categories) {
      byName.put(category.name(), category);
      add(category.name());
      injection |= category.injection() ? mask(category.name()) : 0;
    }
    tags.forEach(this::add);
    all = injection;
  }

  private void add(String name) {
    if (!bits.containsKey(name) && bits.size() < BITS) {
      bits.put(name, 1L << bits.size());
    }
  }

  /** The category of that name. */
  public Optional<Category> category(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The bit of a category or tag, all injection categories for {@link Library#ALL}; 0 for a name nobody gave. */
  public long mask(String name) {
    return name.equals(Library.ALL) ? all : bits.getOrDefault(name, 0L);
  }

  /** The bits of all {@code names}. */
  public long mask(Iterable<String> names) {
    long mask = 0;
    for (String name : names) {
      mask |= mask(name);
    }
    return mask;
  }
}
