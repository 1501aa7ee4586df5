package dev.slguard.iam.publicity;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
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

  /** The account that the policies belong to, as templates spell it. */
  private static final Glob OWN = ownAccount();

  public Publicity {
    entries = List.copyOf(entries);
  }

  private static Glob ownAccount() {
    return Glob.of(new TextPattern(List.of(new Part.Hole("AWS::AccountId", Optional.empty(), true)), Span.startOf("")),
        false);
  }

  /** Who {@code statement} lets in, its account being that of the template. */
  public static Publicity of(Statement statement) {
    return of(statement, OWN);
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
    boolean saml = name.text().contains(":saml-provider/");
    return new Entry(confining.isEmpty() && !saml ? Reach.ANY_TOKEN : Reach.FEDERATED, name.text(), confining,
        name.at());
  }

  private static Entry aws(TextPattern name, List<Condition> conditions, Glob own) {
    List<Condition> confining = Confinement.ofCallers(conditions);
    return new Entry(accountOf(name, own), name.text(), confining, name.at());
  }

  private static Reach accountOf(TextPattern name, Glob own) {
    Optional<Glob> account = account(name);
    if (account.isEmpty()) {
      return name.resources().isEmpty() ? Reach.UNKNOWN : Reach.OWN_ACCOUNT;
    }
    if (account.get().equals(own)) {
      return Reach.OWN_ACCOUNT;
    }
    return account.get().isText() ? Reach.FOREIGN_ACCOUNT : Reach.UNKNOWN;
  }

  /** The account of a principal: twelve digits, or the fifth field of an ARN. */
  private static Optional<Glob> account(TextPattern name) {
    Optional<String> literal = name.literal();
    if (literal.isPresent()) {
      String[] fields = literal.get().split(":", 6);
      return fields.length == 6
          ? Optional.of(Glob.text(fields[4]))
          : isAccount(literal.get()) ? Optional.of(Glob.text(literal.get())) : Optional.empty();
    }
    return accountAmongParts(name);
  }

  private static Optional<Glob> accountAmongParts(TextPattern name) {
    int colons = 0;
    for (Part part : name.parts()) {
      if (part instanceof Part.Literal(String text)) {
        String[] fields = text.split(":", -1);
        boolean inside = colons < 4 && colons + fields.length - 1 > 4;
        if (inside && !fields[4 - colons].isEmpty()) {
          return Optional.of(Glob.text(fields[4 - colons]));
        }
        colons += fields.length - 1;
      } else if (part instanceof Part.Hole hole && (colons == 4 || colons == 0 && hole.id().equals("AWS::AccountId"))) {
        return Optional.of(Glob.of(new TextPattern(List.of(part), name.at()), false));
      }
    }
    return Optional.empty();
  }

  private static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
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
