package dev.slguard.code.flow;

import java.util.TreeMap;

/** Notes what calls of libraries use: operations, hosts, variables, with the values that say which. */
final class Uses {
  private Uses() {}

  /** Notes that the call at {@code site} makes {@code use} of something: a kind, perhaps with a name after a colon. */
  static void note(String use, CallSite site) {
    Frame frame = site.frame();
    var arguments = new TreeMap<String, Value>();
    for (int i = 0; i < Math.min(4, site.arguments().positional().size()); i++) {
      Value value = site.arguments().value(i);
      arguments.put(Integer.toString(i), value);
      value.refs().forEach(ref -> {
        if (ref instanceof Ref.Thing(int id)) {
          frame.thing(id).members().forEach((symbol, member) -> {
            if (symbol >= Symbols.RESERVED) {
              arguments.put(frame.analysis().symbols().name(symbol), member);
            }
          });
        }
      });
    }
    site.arguments().keywords().forEach((name, arg) -> arguments.put(name, arg.value()));
    String filled = site.filled(use);
    int colon = filled.indexOf(':');
    frame.use(new UseAt(colon < 0 ? filled : filled.substring(0, colon),
        colon < 0 ? site.path() : filled.substring(colon + 1), arguments, site.at()));
  }
}
