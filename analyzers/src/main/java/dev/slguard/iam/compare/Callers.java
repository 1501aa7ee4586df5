package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Callers that tell apart how two resource policies name principals: each one named, and somebody whom none names. */
final class Callers {
  private static final String STRANGER = "arn:aws:iam::999999999999:user/somebody";
  private static final String ANONYMOUS = "anonymous";
  private static final String EXAMPLE = "user/example";

  private final Set<String> named = new LinkedHashSet<>();
  /** The root users of accounts that are named: NotPrincipal may spare them alone. */
  private final Set<String> roots = new LinkedHashSet<>();

  /** Among those that {@code statements} name. */
  Callers(List<Statement> statements) {
    for (Statement statement : statements) {
      statement.principals().map(PrincipalList::items).orElse(List.of()).forEach(item -> {
        named.addAll(itself(item));
        account(item).ifPresent(account -> roots.add("arn:aws:iam::" + account + ":root"));
      });
    }
  }

  /** Callers whom {@code item} lets in, or everybody but those named if there is none; the widest first. */
  List<String> of(Optional<Principal> item) {
    if (item.isEmpty() || item.get() instanceof Principal.Everyone) {
      var everybody = new ArrayList<>(List.of(ANONYMOUS, STRANGER));
      everybody.addAll(named);
      everybody.addAll(roots);
      return everybody;
    }
    var callers = new LinkedHashSet<>(itself(item.get()));
    account(item.get()).ifPresent(
        account -> named.stream().filter(caller -> caller.contains("::" + account + ':')).forEach(callers::add));
    return List.copyOf(callers);
  }

  /** The entry as a caller; for an account some user of it. */
  private static List<String> itself(Principal item) {
    return switch (item) {
      case Principal.Everyone _ -> List.of(ANONYMOUS, STRANGER);
      case Principal.Service(TextPattern name) -> name.literal().stream().toList();
      case Principal.Federated(TextPattern name) -> name.literal().stream().toList();
      case Principal.Aws(TextPattern name) ->
        account(item).map(account -> "arn:aws:iam::" + account + ':' + EXAMPLE).or(name::literal).stream().toList();
      case Principal.Canonical _,Principal.Undecided _ -> List.of();
    };
  }

  /** The account if the entry names one as a whole. */
  private static Optional<String> account(Principal item) {
    if (!(item instanceof Principal.Aws(TextPattern name)) || name.literal().isEmpty()) {
      return Optional.empty();
    }
    String text = name.literal().get();
    String[] fields = text.split(":", 6);
    return Principal.isAccount(text)
        ? Optional.of(text)
        : fields.length == 6 && fields[5].equals("root") ? Optional.of(fields[4]) : Optional.empty();
  }
}
