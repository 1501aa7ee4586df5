package dev.slguard.iam.catalogue;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Glob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Services, actions, managed policies and SDK operations as AWS documented them on {@link #asOf}. Each service is read when
 * it is first asked for. Thread-safe; one instance serves a whole scan.
 */
public final class Catalogue {
  private final Map<String, Optional<Service>> services = new ConcurrentHashMap<>();
  private final Map<String, Optional<ManagedPolicy>> managed = new ConcurrentHashMap<>();
  private final Map<String, List<String>> files = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  /** The date of the data: {@code 2026-09-26}. */
  public String asOf() {
    return lines("as-of.txt").getFirst();
  }

  /** The same as a day; not by a formatter, which costs a cold start two milliseconds. */
  public LocalDate day() {
    String text = asOf();
    return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }

  /** Characters read so far. */
  public long bytesLoaded() {
    return bytes.get();
  }

  private List<String> lines(String name) {
    return files.computeIfAbsent(name, this::read);
  }

  private List<String> read(String name) {
    return DataFile.lines(text(name));
  }

  /** The text of the file {@code name}; none if there is no such file. */
  private String text(String name) {
    String text = DataFile.text(name).orElse("");
    bytes.addAndGet(text.length());
    return text;
  }

  /** Prefixes of all services. */
  public Set<String> services() {
    return new HashSet<>(lines("services/index.txt"));
  }

  /** The service of a prefix, whatever its case; empty if there is none. */
  public Optional<Service> service(String prefix) {
    String name = prefix.toLowerCase(Locale.ROOT);
    return services.computeIfAbsent(name,
        key -> isPrefix(key)
            ? Optional.of(read("services/" + key + ".tsv")).filter(lines -> !lines.isEmpty())
                .map(lines -> new Service(key, lines))
            : Optional.empty());
  }

  /** Prefixes become file names, so nothing else may pass. */
  private static boolean isPrefix(String text) {
    return !text.isEmpty() && text.length() < 60
        && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  /** The action {@code service:name}, whatever its case. */
  public Optional<Action> action(String id) {
    return service(ActionPattern.service(id)).flatMap(service -> service.action(ActionPattern.name(id)));
  }

  /** The actions that a pattern of one service matches; all of the catalogue for {@code *}, which is costly. */
  public List<Action> matching(Glob pattern) {
    String text = pattern.toString();
    if (pattern.isText()) {
      return action(text).stream().toList();
    }
    List<String> prefixes = pattern.isEverything() ? lines("services/index.txt") : List.of(ActionPattern.service(text));
    var found = new ArrayList<Action>();
    for (String prefix : prefixes) {
      Optional<Service> service = service(prefix);
      if (service.isPresent()) {
        for (String name : service.get().names()) {
          if (pattern.matches(Glob.text(service.get().prefix() + ':' + name)).isTrue()) {
            service.get().action(name).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** The AWS managed policy of that ARN or name, in its newest version. */
  public Optional<ManagedPolicy> managedPolicy(String arnOrName) {
    String name = arnOrName.substring(arnOrName.lastIndexOf('/') + 1);
    Optional<ManagedPolicy> found = managed.computeIfAbsent(name,
        key -> ManagedPolicy.find(key, text(ManagedPolicy.file(key))));
    return found.filter(policy -> !arnOrName.startsWith("arn:")
        || arnOrName.endsWith(policy.arn().substring(policy.arn().indexOf(':', 4))));
  }

  /** All AWS managed policies, by file. */
  public List<ManagedPolicy> managedPolicies() {
    var all = new ArrayList<ManagedPolicy>();
    for (int file = 0; file < ManagedPolicy.FILES; file++) {
      read("managed/" + file + ".tsv").forEach(line -> all.add(ManagedPolicy.of(line)));
    }
    return all;
  }

  /**
   * What an SDK call needs.
   *
   * @param service as boto3 names it ({@code stepfunctions}), or the service id of JavaScript and Java clients
   *     ({@code SFN}, {@code sfn}, {@code DynamoDB})
   * @param operation as the API spells it, in any case and with or without underscores: {@code GetObject},
   *     {@code get_object}, {@code getObject}
   * @return empty if the service or the operation is not known
   */
  public Optional<Operation> operation(String service, String operation) {
    return Operation.find(this, lines("sdk-services.tsv"), lines("sdk-exceptions.tsv"), service, operation);
  }

  /** Known names near {@code action}, nearest first, for "did you mean". */
  public List<String> near(String action) {
    String prefix = ActionPattern.service(action);
    String name = ActionPattern.name(action).toLowerCase(Locale.ROOT);
    return service(prefix).map(found -> found.actions().stream()
        .filter(one -> Spelling.distance(one.name().toLowerCase(Locale.ROOT), name) <= Math.max(2, name.length() / 5))
        .sorted((a, b) -> Integer.compare(Spelling.distance(a.name().toLowerCase(Locale.ROOT), name),
            Spelling.distance(b.name().toLowerCase(Locale.ROOT), name)))
        .map(Action::id).limit(3).toList())
        .orElseGet(() -> lines("services/index.txt").stream().filter(one -> Spelling.distance(one, prefix) <= 2)
            .limit(3).toList());
  }
}
