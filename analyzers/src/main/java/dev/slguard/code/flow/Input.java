package dev.slguard.code.flow;

import dev.slguard.code.ir.Routine;

/**
 * What a routine is run on, in terms that do not depend on who runs it: objects numbered in the order met, labels as
 * slots. What these objects are is asked for by {@link Inquiry} as the run goes.
 *
 * @param locals receiver, parameters and captured cells
 * @param owner the class whose method it is; {@link Value#NONE} if it is none
 */
record Input(Routine routine, IntMap<Value> locals, Value owner, Facts facts) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Input that && isOf(that.routine) && locals.equals(that.locals) && owner.equals(that.owner)
        && facts.equals(that.facts);
  }

  @SuppressWarnings("ReferenceEquality") // a routine is itself, whatever it looks like
  private boolean isOf(Routine other) {
    return routine == other;
  }

  @Override
  public int hashCode() {
    return (System.identityHashCode(routine) * 31 + locals.hashCode()) * 31 + owner.hashCode();
  }
}
