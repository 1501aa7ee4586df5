package dev.slguard.iam.effective;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.ResourceType;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much an entry of Resource covers, narrowest first. */
public enum Breadth {
  /** One resource, or what lies within one of the application's own. */
  ONE,
  /** Several, by a pattern that fixes a part of the name. */
  PATTERN,
  /** {@code *}, for an action that supports nothing narrower. */
  UNNARROWABLE,
  /** Every resource of a type in the account. */
  ALL_OF_TYPE,
  /** Every resource: {@code *}, or NotResource. */
  EVERYTHING;

  private static final int SERVICE_FIELD = 2;
  private static final int LAST_FIELD = 5;

  /** Whether nothing but the account bounds it, though the action could be narrowed. */
  public boolean isUnbounded() {
    return this == ALL_OF_TYPE || this == EVERYTHING;
  }

  /** How much {@code resource} covers for {@code action}; the action is empty where the catalogue does not know it. */
  public static Breadth of(TextPattern resource, Optional<Action> action) {
    if (resource.isAny()) {
      return action.isPresent() && !action.get().isNarrowable() ? UNNARROWABLE : EVERYTHING;
    }
    if (!resource.hasWildcard() || action.filter(known -> isOfOtherService(resource, known)).isPresent()) {
      return ONE;
    }
    Optional<TextPattern> last = lastField(resource);
    if (last.isEmpty()) {
      return ONE;
    }
    if (last.get().isAny()) {
      return ALL_OF_TYPE;
    }
    Glob covered = Glob.of(last.get(), false);
    boolean all = action.map(Action::resources).orElse(List.of()).stream()
        .anyMatch(type -> covered.matches(lastField(type)).isTrue());
    boolean typed = action.isEmpty() && !isOfBucket(resource) && isTypeAndStar(last.get());
    return all || typed ? ALL_OF_TYPE : PATTERN;
  }

  /** Whether the last field begins with the name of a bucket, not with a type. */
  private static boolean isOfBucket(TextPattern resource) {
    return resource.text().contains(":s3:::");
  }

  /** Whether the entry names the service of its ARN, and no resource of the action is of that service. */
  private static boolean isOfOtherService(TextPattern resource, Action action) {
    String[] fields = resource.parts().getFirst() instanceof Part.Literal(String text)
        ? text.split(":", LAST_FIELD + 1)
        : new String[0];
    return fields.length > SERVICE_FIELD + 1 && action.isNarrowable()
        && action.resources().stream().map(type -> type.pattern().split(":", LAST_FIELD + 1)[SERVICE_FIELD])
            .noneMatch(service -> service.equals(fields[SERVICE_FIELD]) || service.contains("*"));
  }

  private static Glob lastField(ResourceType type) {
    String[] fields = type.pattern().split(":", LAST_FIELD + 1);
    return Glob.of(TextPattern.of(fields[fields.length - 1], TextPattern.Syntax.WILDCARDS, Span.startOf("")), false);
  }

  /** {@code role/*}, {@code table/*}: a word, one mark, a star. */
  private static boolean isTypeAndStar(TextPattern last) {
    return last.parts().size() == 2 && last.parts().get(1) instanceof Part.AnyRun
        && last.parts().getFirst() instanceof Part.Literal(String text) && text.length() > 1
        && (text.endsWith("/") || text.endsWith(":"))
        && text.chars().limit(text.length() - 1L).allMatch(c -> c >= 'a' && c <= 'z' || c == '-');
  }

  /** What stands behind the fifth colon; empty if a value of unknown text comes before it, {@code *} if an earlier star ends all. */
  private static Optional<TextPattern> lastField(TextPattern resource) {
    int colons = 0;
    var last = new ArrayList<Part>();
    for (Part part : resource.parts()) {
      if (colons >= LAST_FIELD) {
        last.add(part);
      } else if (part instanceof Part.Literal(String text)) {
        int at = 0;
        while (colons < LAST_FIELD && at < text.length()) {
          colons += text.charAt(at) == ':' ? 1 : 0;
          at++;
        }
        if (at < text.length()) {
          last.add(new Part.Literal(text.substring(at)));
        }
      } else if (part instanceof Part.Hole hole && !hole.segment() || part instanceof Part.Variable) {
        return Optional.empty();
      }
    }
    boolean open = colons < LAST_FIELD && resource.parts().getLast() instanceof Part.AnyRun;
    return Optional.of(new TextPattern(open ? List.of(new Part.AnyRun()) : last, resource.at()));
  }
}
