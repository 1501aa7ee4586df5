package dev.slguard.iam.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.policy.TextPattern.Syntax;
import dev.slguard.model.Truth;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Laws of the set algebra, against brute force over all short texts of a small alphabet. */
class PermissionSetTest {
  private static final Span AT = Span.startOf("policy.json");

  /** Patterns of at most three tokens are told apart by texts of at most five letters; "c" stands for all others. */
  private static final List<String> TEXTS = texts(4, "abc:");
  private static final List<String> SHORT = texts(3, "abc");

  private static List<String> texts(int length, String alphabet) {
    var texts = new ArrayList<String>(List.of(""));
    for (int from = 0, size = 1; size <= length; size++) {
      int to = texts.size();
      for (; from < to; from++) {
        for (char c : alphabet.chars().mapToObj(c -> (char) c).toList()) {
          texts.add(texts.get(from) + c);
        }
      }
    }
    return texts;
  }

  private static Glob glob(String pattern) {
    return Glob.of(TextPattern.of(pattern, Syntax.WILDCARDS, AT), false);
  }

  @Provide
  Arbitrary<GlobSet> sets() {
    Arbitrary<GlobSet> union = globs().list().ofMinSize(0).ofMaxSize(2).map(GlobSet.Union::new);
    return Arbitraries.lazyOf(() -> union, () -> union, () -> sets().map(GlobSet.Complement::new),
        () -> Combinators.combine(union, sets()).as(GlobSet::intersect),
        () -> Combinators.combine(union, sets()).as(GlobSet::minus));
  }

  private static Arbitrary<Glob> globs() {
    return Arbitraries.strings().withChars("ab*?").ofMinLength(0).ofMaxLength(3).map(PermissionSetTest::glob);
  }

  @Provide
  Arbitrary<PermissionSet> permissions() {
    Arbitrary<GlobSet> side = globs().list().ofMinSize(1).ofMaxSize(2).map(GlobSet.Union::new);
    Arbitrary<GlobSet> signed = Combinators.combine(side, Arbitraries.of(true, false))
        .as((set, not) -> not ? new GlobSet.Complement(set) : set);
    Arbitrary<PermissionSet> rectangle = Combinators.combine(signed, signed).as(PermissionSet.Rectangle::new);
    return Arbitraries.lazyOf(() -> rectangle,
        () -> Combinators.combine(rectangle, permissions()).as(PermissionSet::union),
        () -> Combinators.combine(rectangle, permissions()).as(PermissionSet::minus),
        () -> Combinators.combine(rectangle, permissions()).as(PermissionSet::intersect));
  }

  @Property(tries = 60_000)
  void emptiness_agrees_with_trying_all_short_texts(@ForAll("sets") GlobSet set) {
    boolean any = TEXTS.stream().anyMatch(set::contains);
    Truth empty = set.isEmpty();
    if (any) {
      assertThat(empty).isEqualTo(Truth.FALSE);
    } else {
      set.example().ifPresent(text -> assertThat(set.contains(text)).as("%s in %s", text, set).isTrue());
      assertThat(empty).isEqualTo(Truth.of(set.example().isEmpty()));
    }
  }

  @Property(tries = 30_000)
  void containment_means_that_no_text_is_left_over(@ForAll("sets") GlobSet a, @ForAll("sets") GlobSet b) {
    Truth covers = a.covers(b);
    boolean brute = SHORT.stream().allMatch(text -> !b.contains(text) || a.contains(text));
    if (covers.isTrue()) {
      assertThat(brute).isTrue();
    } else {
      String example = b.minus(a).example().orElseThrow();
      assertThat(b.contains(example) && !a.contains(example)).isTrue();
    }
  }

  @Property(tries = 30_000)
  void operations_hold_what_their_names_say(@ForAll("sets") GlobSet a, @ForAll("sets") GlobSet b) {
    for (String text : List.of("", "a", "b", "ab", "ba", "aab", "abc", "c:a")) {
      assertThat(a.intersect(b).contains(text)).isEqualTo(a.contains(text) && b.contains(text));
      assertThat(a.union(b).contains(text)).isEqualTo(a.contains(text) || b.contains(text));
      assertThat(a.minus(b).contains(text)).isEqualTo(a.contains(text) && !b.contains(text));
    }
  }

  @Property(tries = 10_000)
  void pairs_agree_with_trying_all_short_pairs(@ForAll("permissions") PermissionSet set) {
    PermissionSet.Search search = set.search(Glob.EVERYTHING, Glob.EVERYTHING, Effort.ofOneSearch());
    search.pair().ifPresent(pair -> assertThat(set.contains(pair.action(), pair.resource())).isTrue());
    if (search.pair().isEmpty()) {
      for (String action : SHORT) {
        for (String resource : SHORT) {
          assertThat(set.contains(action, resource)).isFalse();
        }
      }
    }
  }

  @Property(tries = 5_000)
  void what_is_left_after_taking_away_is_disjoint(@ForAll("permissions") PermissionSet a,
      @ForAll("permissions") PermissionSet b) {
    assertThat(a.minus(b).intersect(b).isEmpty()).isEqualTo(Truth.TRUE);
    assertThat(a.union(b).covers(a)).isEqualTo(Truth.TRUE);
    assertThat(a.covers(a.intersect(b))).isEqualTo(Truth.TRUE);
  }

  @Property(tries = 10_000)
  void a_part_of_a_set_holds_what_the_set_holds_there(@ForAll("permissions") PermissionSet set,
      @ForAll("pattern") Glob actions, @ForAll("pattern") Glob resources) {
    PermissionSet part = set.within(actions, resources);
    for (String action : SHORT) {
      if (actions.matches(Glob.text(action)).isTrue()) {
        for (String resource : SHORT) {
          if (resources.matches(Glob.text(resource)).isTrue()) {
            assertThat(part.contains(action, resource)).isEqualTo(set.contains(action, resource));
          }
        }
      }
    }
    PermissionSet.Search search = part.search(actions, resources, Effort.ofOneSearch());
    search.pair()
        .ifPresent(pair -> assertThat(
            set.contains(pair.action(), pair.resource()) && actions.matches(Glob.text(pair.action())).isTrue()
                && resources.matches(Glob.text(pair.resource())).isTrue())
            .isTrue());
  }

  @Provide
  Arbitrary<Glob> pattern() {
    return globs();
  }

  @Test
  void a_run_inside_a_field_never_meets_a_colon() {
    GlobSet inside = new GlobSet.Union(
        List.of(ResourcePattern.glob(TextPattern.of("arn:aws:sqs:eu-*1:1:q", Syntax.FULL, AT), true)));
    GlobSet crossing = new GlobSet.Union(List.of(glob("arn:aws:sqs:eu-*:*1:1:q")));
    assertThat(inside.intersect(crossing).isEmpty()).isEqualTo(Truth.TRUE);
  }

  @Test
  void entangled_patterns_end_in_bounded_time() {
    var globs = new ArrayList<Glob>();
    for (char c = 'a'; c <= 'z'; c++) {
      globs.add(glob("*" + c + "*" + c + "*"));
    }
    GlobSet none = new GlobSet.Union(List.of(glob("*aaa")));
    for (Glob one : globs) {
      none = none.intersect(new GlobSet.Union(List.of(one)));
    }
    assertThat(none.isEmpty()).isEqualTo(Truth.UNKNOWN);
  }
}
