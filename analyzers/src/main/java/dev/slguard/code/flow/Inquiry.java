package dev.slguard.code.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of a routine asks of the objects that its callers made. A run takes nothing but its {@link Input} and the
 * answers, and it asks in an order that these alone decide; so the runs of one input form a tree of questions, and a
 * summary holds wherever the same questions find the same answers. What a routine does not look at does not matter.
 */
final class Inquiry implements Surroundings {
  private static final long NONE = -1;

  private final Mapping mapping;
  private final Map<Long, Answer> answers = new HashMap<>();
  private Facts facts;
  private Node at;

  /**
   * What was found.
   *
   * @param changed whether callers may have changed it; else it is what the module holds
   * @param thing the object, or one that holds just the member asked for
   * @param facts what is known of values met here for the first time
   */
  record Answer(boolean changed, Thing thing, Facts facts) {
    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Answer that && changed == that.changed && thing.equals(that.thing)
          && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
      return Hashes.of(Hashes.of(thing.hashCode(), facts.hashCode()), changed ? 1 : 0);
    }
  }

  /** A place in the tree: the next question with the answers that were met, or a summary. */
  static final class Node {
    private long question = NONE;
    /** The answer met first and what follows it; most questions have no other. */
    private Optional<Met> first = Optional.empty();
    private Map<Answer, Node> others = Map.of();
    private Optional<Summary> summary = Optional.empty();

    private record Met(Answer answer, Node next) {}

    private Node after(Answer answer) {
      if (first.isEmpty()) {
        first = Optional.of(new Met(answer, new Node()));
        return first.get().next();
      } else if (first.get().answer().equals(answer)) {
        return first.get().next();
      } else if (others.isEmpty()) {
        others = new HashMap<>(2);
      }
      return others.computeIfAbsent(answer, key -> new Node());
    }
  }

  /** Starts at the {@code root} of the tree of an input. */
  Inquiry(Node root, Mapping mapping, Facts facts) {
    this.at = root;
    this.mapping = mapping;
    this.facts = facts;
  }

  /** Follows the questions of earlier runs as far as their answers are the same; the summary where they are. */
  Optional<Summary> known() {
    while (at.summary.isEmpty() && at.question != NONE) {
      at = at.after(find(at.question));
    }
    return at.summary;
  }

  /** Keeps {@code summary}, of a run that starts, where the answers so far lead, and moves it on with each question. */
  void keep(Summary summary) {
    at.summary = Optional.of(summary);
  }

  /** Takes the summary away again. */
  void drop() {
    at.summary = Optional.empty();
  }

  /** Number of questions asked so far. */
  int questions() {
    return answers.size();
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public Optional<Thing> changed(int id) {
    Answer answer = ask((long) id << Integer.SIZE);
    return answer.changed() ? Optional.of(answer.thing()) : Optional.empty();
  }

  @Override
  public Optional<Value> changedMember(int id, int symbol) {
    Answer whole = answers.get((long) id << Integer.SIZE);
    Answer answer = whole == null ? ask((long) id << Integer.SIZE | symbol + 1) : whole;
    return answer.changed() ? Optional.of(answer.thing().members().get(symbol, Value.NONE)) : Optional.empty();
  }

  private Answer ask(long question) {
    Answer known = answers.get(question);
    if (known != null) {
      return known;
    }
    Answer found = find(question);
    Node here = at;
    here.question = question;
    at = here.after(found);
    at.summary = here.summary;
    here.summary = Optional.empty();
    return found;
  }

  private Answer find(long question) {
    int id = (int) (question >> Integer.SIZE);
    int member = (int) question;
    Answer found = member == 0 ? mapping.thing(id) : mapping.member(id, member - 1);
    answers.put(question, found);
    facts = facts.and(found.facts());
    return found;
  }
}
