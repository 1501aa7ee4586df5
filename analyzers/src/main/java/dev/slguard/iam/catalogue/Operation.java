package dev.slguard.iam.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An SDK operation and its actions.
 *
 * @param service prefix of the service in actions
 * @param name the operation as the API spells it
 * @param needed actions that every call needs; empty if it needs none
 * @param sometimes actions that some calls need, depending on their arguments
 */
public record Operation(String service, String name, List<String> needed, List<String> sometimes) {
  public Operation {
    needed = List.copyOf(needed);
    sometimes = List.copyOf(sometimes);
  }

  static Optional<Operation> find(Catalogue catalogue, List<String> services, List<String> exceptions, String service,
      String operation) {
    String wanted = plain(service);
    String called = plain(operation);
    for (String line : services) {
      String[] fields = line.split("\t", -1);
      if (plain(fields[0]).equals(wanted) || plain(fields[1]).equals(wanted)) {
        return exception(exceptions, fields[0], fields[2], called).or(() -> action(catalogue, fields, called));
      }
    }
    return Optional.empty();
  }

  /** Names as SDKs vary them, made equal: {@code get_object}, {@code getObject}, {@code API Gateway}, {@code api-gateway}. */
  private static String plain(String name) {
    var plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static Optional<Operation> exception(List<String> exceptions, String service, String prefix, String called) {
    for (String line : exceptions) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals(service) && names(plain(fields[1]), called)) {
        var needed = new ArrayList<String>();
        var sometimes = new ArrayList<String>();
        for (String action : fields[2].isEmpty() ? new String[0] : fields[2].split(",")) {
          if (action.startsWith("?")) {
            sometimes.add(action.substring(1));
          } else {
            needed.add(action);
          }
        }
        return Optional.of(new Operation(prefix, fields[1], needed, sometimes));
      }
    }
    return Optional.empty();
  }

  /** Whether an entry, which may end in {@code *}, names the operation. */
  private static boolean names(String entry, String called) {
    return entry.endsWith("*") ? called.startsWith(entry.substring(0, entry.length() - 1)) : entry.equals(called);
  }

  private static Optional<Operation> action(Catalogue catalogue, String[] service, String called) {
    Optional<Action> action = catalogue.service(service[2]).flatMap(found -> found.action(called));
    if (action.isPresent()) {
      return Optional
          .of(new Operation(service[2], action.get().name(), List.of(action.get().id()), action.get().companions()));
    }
    for (String name : service[3].split(",")) {
      if (plain(name).equals(called)) {
        return Optional.of(new Operation(service[2], name, List.of(), List.of(service[2] + ':' + name)));
      }
    }
    return Optional.empty();
  }
}
