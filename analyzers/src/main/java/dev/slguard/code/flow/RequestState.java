package dev.slguard.code.flow;

import dev.slguard.code.library.Callback;
import dev.slguard.code.library.Transform;
import java.util.List;

/**
 * What handlers of a framework leave on the request object for those that run after them. Each of them is given an
 * object of its own here, so that a check of a field counts for one handler only; what none of the framework's models
 * names is kept in one place a type, which a model declares as shared under {@value #STATE}.
 */
final class RequestState {
  static final String STATE = ".<state>";

  private final Frame frame;

  RequestState(Frame frame) {
    this.frame = frame;
  }

  private boolean isKept(String type) {
    return frame.library().call(type + STATE).propagations().stream()
        .anyMatch(each -> each.transform() == Transform.SHARED);
  }

  /** Puts on {@code request}, a new object of the library type {@code type}, what earlier handlers left. */
  void arrive(String type, Value request) {
    if (isKept(type) && request.refs().getFirst() instanceof Ref.Thing(int id)) {
      frame.thing(frame.analysis().shared(type + STATE)).members().forEach((symbol, value) -> {
        if (symbol >= Symbols.RESERVED) {
          frame.setThing(id, frame.thing(id).with(symbol, value));
        }
      });
    }
  }

  /** Keeps for later handlers what is now on the objects that a handler was given, {@code values} by {@code inputs}. */
  void leave(List<Callback.Input> inputs, List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      if (inputs.get(i) instanceof Callback.Input.Instance(String type) && values.get(i).refs().size() == 1) {
        leave(type, values.get(i));
      }
    }
  }

  private void leave(String type, Value request) {
    if (isKept(type) && request.refs().getFirst() instanceof Ref.Thing(int id)) {
      int shared = frame.analysis().shared(type + STATE);
      frame.thing(id).members().forEach((symbol, value) -> {
        if (symbol >= Symbols.RESERVED
            && frame.library().call(type + '.' + frame.analysis().symbols().name(symbol)).isNothing()) {
          Thing kept = frame.thing(shared);
          frame.setThing(shared, kept.with(symbol, kept.members().get(symbol, Value.NONE).or(value)));
        }
      });
    }
  }
}
