package dev.slguard.iam.catalogue;

import java.util.Set;

/** The services whose resources obey resource control policies (Organizations, rcps). */
public final class RcpServices {
  private static final Set<String> SERVICES = Set.copyOf(DataFile.lines(DataFile.text("rcp-services.txt").orElse("")));

  private RcpServices() {}

  /** Whether RCPs bind {@code service}, an action prefix in lower case. */
  public static boolean bind(String service) {
    return SERVICES.contains(service);
  }
}
