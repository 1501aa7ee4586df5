package dev.slguard.iam.account;

import dev.slguard.source.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A role, user or group of an account. Documents are JSON text.
 *
 * @param created the day on which it was made
 * @param editable whether the account's own people can change it; service-linked roles and those of IAM Identity Center they
 *     cannot
 * @param trust who may assume the role
 * @param inline inline policies by name
 * @param managed ARNs of the managed policies attached
 * @param boundary ARN of the permissions boundary
 * @param groups names of the user's groups
 * @param stack where CloudFormation left its mark
 * @param lastAccessed what it used
 * @param missing what could not be read, though it may be there
 */
public record AccountIdentity(Kind kind, String name, String arn, Optional<LocalDate> created, boolean editable,
    Optional<String> trust, SortedMap<String, String> inline, SortedSet<String> managed, Optional<String> boundary,
    SortedSet<String> groups, Optional<StackMark> stack, Optional<LastAccessed> lastAccessed, Set<Part> missing) {

  /** What an identity is. */
  public enum Kind {
    ROLE, USER, GROUP;

    /** The folder that holds such identities: {@code roles}. */
    public String folder() {
      return name().toLowerCase(Locale.ROOT) + 's';
    }
  }

  /** A part of an identity that has calls of its own. */
  public enum Part {
    INLINE, MANAGED, BOUNDARY, GROUPS, LAST_ACCESSED;

    /** As files name it: {@code last-accessed}. */
    public String key() {
      return Text.word(this);
    }
  }

  /** The tags {@code aws:cloudformation:stack-name} and {@code aws:cloudformation:logical-id}. */
  public record StackMark(String stack, String logicalId) {}

  /** Prefixes of ARN resources that AWS reserves for itself (IAM User Guide, using-service-linked-roles). */
  private static final List<String> RESERVED = List.of(":role/aws-service-role/", ":role/aws-reserved/");

  public AccountIdentity {
    inline = Collections.unmodifiableSortedMap(new TreeMap<>(inline));
    managed = Collections.unmodifiableSortedSet(new TreeSet<>(managed));
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    missing = Set.copyOf(missing);
  }

  /** Whether the account's own people can change what has this ARN. */
  public static boolean isEditable(String arn) {
    return RESERVED.stream().noneMatch(arn::contains);
  }

  /** Whether all policies that count for it were read, as far as it says itself. */
  public boolean isComplete() {
    return !missing.contains(Part.INLINE) && !missing.contains(Part.MANAGED) && !missing.contains(Part.BOUNDARY)
        && !missing.contains(Part.GROUPS);
  }
}
