package dev.slguard.iam.catalogue;

import java.util.List;
import java.util.Set;

/** The services whose resources obey resource control policies (Organizations, rcps). */
public final class RcpServices {
  private static final Set<String> SERVICES = Set.copyOf(DataFile.lines("rcp-services.txt").orElse(List.of()));

  private RcpServices() {}

  /** Whether RCPs bind {@code service}, an action prefix in lower case. */
  public static boolean bind(String service) {
    return SERVICES.contains(service);
  }
}
