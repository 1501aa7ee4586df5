package dev.slguard.code.flow;

import java.util.Optional;

/** What the run of a routine sees of the objects that others made. */
interface Surroundings {
  /** Nothing but the modules as they are: for runs that no one calls. */
  Surroundings NONE = new Surroundings() {
    @Override
    public Optional<Thing> changed(int id) {
      return Optional.empty();
    }

    @Override
    public Optional<Value> changedMember(int id, int symbol) {
      return Optional.empty();
    }

    @Override
    public Facts facts() {
      return Facts.NONE;
    }
  };

  /** The object {@code id} as the callers left it; empty for one of a module that none of them has changed. */
  Optional<Thing> changed(int id);

  /** One member of it, {@link Value#NONE} if it has not that one; empty as {@link #changed}. */
  Optional<Value> changedMember(int id, int symbol);

  /** What the callers know of the values that were passed in; holds throughout the run. */
  Facts facts();
}
