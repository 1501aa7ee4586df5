package dev.slguard.iam.publicity;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who one Allow statement of a resource or trust policy lets in, one entry a principal. Deny statements are not looked at
 * here.
 */
public record Publicity(List<Entry> entries) {

  /**
   * One principal of the statement.
   *
   * @param name as messages show it
   * @param confining the conditions that narrow it
   */
  public record Entry(Reach reach, String name, List<Condition> confining, Span at) {
    public Entry {
      confining = List.copyOf(confining);
    }
  }

  public Publicity {
    entries = List.copyOf(entries);
  }

  /** Who {@code statement} lets in, its account being that of the template. */
  public static Publicity of(Statement statement) {
    return of(statement, PrincipalOwner.OWN);
  }

  /** Who {@code statement} lets in; {@code own} is the account that the resource belongs to. */
  public static Publicity of(Statement statement, Glob own) {
    Optional<PrincipalList> principals = statement.principals();
    if (statement.effect() != Effect.ALLOW || principals.isEmpty()) {
      return new Publicity(List.of());
    }
    PrincipalList list = principals.get();
    List<Condition> conditions = statement.conditions();
    if (list.negated()) {
      return new Publicity(List.of(everyone("everybody but those named", conditions, list.at())));
    }
    var entries = new ArrayList<Entry>();
    list.items().forEach(item -> entries.add(entry(item, conditions, own)));
    return new Publicity(entries);
  }

  private static Entry entry(Principal item, List<Condition> conditions, Glob own) {
    return switch (item) {
      case Principal.Everyone(Span at) -> everyone("*", conditions, at);
      case Principal.Undecided(Span at) -> new Entry(Reach.UNKNOWN, "decided at deployment", List.of(), at);
      case Principal.Service(TextPattern name) -> service(name, conditions);
      case Principal.Federated(TextPattern name) -> federated(name, conditions);
      case Principal.Canonical(TextPattern name) -> new Entry(Reach.UNKNOWN, name.text(), List.of(), name.at());
      case Principal.Aws(TextPattern name) -> aws(name, conditions, own);
    };
  }

  private static Entry everyone(String name, List<Condition> conditions, Span at) {
    List<Condition> confining = Confinement.ofCallers(conditions);
    if (!confining.isEmpty()) {
      return new Entry(Reach.CONFINED, name, confining, at);
    }
    boolean undecided = conditions.stream().anyMatch(condition -> !condition.decided());
    return new Entry(undecided ? Reach.UNKNOWN : isSigned(conditions) ? Reach.ANY_ACCOUNT : Reach.ANYONE, name,
        List.of(), at);
  }

  /** Whether callers must sign: a function URL of type AWS_IAM, or a principal of some AWS kind. */
  private static boolean isSigned(List<Condition> conditions) {
    return conditions.stream()
        .anyMatch(condition -> !condition.ifExists() && switch (condition.key().toLowerCase(Locale.ROOT)) {
          case "lambda:functionurlauthtype" ->
            condition.values().stream().allMatch(value -> value.text().equals("AWS_IAM"));
          case "aws:principaltype" -> condition.operator().filter(operator -> !operator.isNegated()).isPresent()
              && condition.values().stream().noneMatch(value -> value.text().equalsIgnoreCase("Anonymous"));
          default -> false;
        });
  }

  private static Entry service(TextPattern name, List<Condition> conditions) {
    List<Condition> confining = Confinement.ofServices(conditions);
    boolean needless = name.literal().filter(ServicePrincipals::sendsNoSource).isPresent();
    Reach reach = !confining.isEmpty() || needless
        ? Reach.SERVICE
        : conditions.stream().anyMatch(condition -> !condition.decided()) ? Reach.UNKNOWN : Reach.ANY_SERVICE_USER;
    return new Entry(reach, name.text(), confining, name.at());
  }

  private static Entry federated(TextPattern name, List<Condition> conditions) {
    List<Condition> confining = Confinement.ofTokens(conditions);
    return new Entry(confining.isEmpty() ? Reach.ANY_TOKEN : Reach.FEDERATED, name.text(), confining, name.at());
  }

  private static Entry aws(TextPattern name, List<Condition> conditions, Glob own) {
    List<Condition> confining = Confinement.ofCallers(conditions);
    return new Entry(PrincipalOwner.reach(name, own), name.text(), confining, name.at());
  }

  /** The widest reach among the principals; empty if the statement lets nobody in. */
  public Optional<Reach> widest() {
    return entries.stream().map(Entry::reach).max(Reach::compareTo);
  }

  /** Whether some principal is public. */
  public boolean isPublic() {
    return entries.stream().anyMatch(entry -> entry.reach().isPublic());
  }
}
