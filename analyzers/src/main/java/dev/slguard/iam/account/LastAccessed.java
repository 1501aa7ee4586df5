package dev.slguard.iam.account;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * IAM's report on which of the services an identity may use it did use (IAM User Guide,
 * access_policies_last-accessed): only services that its policies allow are listed.
 *
 * @param since the first day that the report covers
 * @param services by prefix: {@code s3}
 */
public record LastAccessed(LocalDate since, SortedMap<String, ServiceUse> services) {
  public LastAccessed {
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /**
   * Use of one service.
   *
   * @param last the last day on which it was tried; empty if it never was
   * @param actions the actions that IAM tracks one by one, by name ({@code ListBuckets}), each with its last day
   */
  public record ServiceUse(Optional<LocalDate> last, SortedMap<String, Optional<LocalDate>> actions) {
    /** A service that was never used. */
    public static final ServiceUse NEVER = new ServiceUse(Optional.empty(), Collections.emptySortedMap());

    public ServiceUse {
      actions = Collections.unmodifiableSortedMap(new TreeMap<String, Optional<LocalDate>>(actions));
    }
  }

  /** The services of which nothing was used. */
  public Map<String, ServiceUse> unused() {
    var unused = new TreeMap<>(services);
    unused.values().removeIf(use -> use.last().isPresent());
    return unused;
  }
}
