package dev.slguard.code.javascript;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers markup elements to the calls that the automatic JSX runtime makes of them. */
final class MarkupWriter {
  private static final String RUNTIME = "react/jsx-runtime";

  private final Body body;

  MarkupWriter(Body body) {
    this.body = body;
  }

  Operand write(Expression.Markup markup) {
    Span at = body.span(markup);
    Operand function = body.b.imported(RUNTIME, Optional.of("jsx"), at);
    Operand type = markup.name().map(body.expressions::value)
        .orElseGet(() -> body.b.imported(RUNTIME, Optional.of("Fragment"), at));
    var entries = new ArrayList<Instruction.Entry>();
    for (Node.Attribute attribute : markup.attributes()) {
      Span place = body.span(attribute);
      entries.add(switch (attribute) {
        case Node.Attribute.Named(String name, Optional<Expression> value, _, _) ->
          Instruction.Entry.of(Constant.text(name),
              value.map(one -> body.expressions.named(one, name)).orElse(Constant.truth(true)), place);
        case Node.Attribute.Spread(Expression value, _, _) ->
          Instruction.Entry.spread(body.expressions.value(value), place);
      });
    }
    List<Expression> children = markup.children();
    if (children.size() == 1) {
      entries.add(Instruction.Entry.of(Constant.text("children"), body.expressions.value(children.getFirst()),
          body.span(children.getFirst())));
    } else if (!children.isEmpty()) {
      entries.add(Instruction.Entry.of(Constant.text("children"),
          body.b.list(Instruction.ListKind.LIST, body.expressions.arguments(children), at), at));
    }
    Operand properties = body.b.map(entries, at);
    return body.b.callValue(function, List.of(Argument.of(type, at), Argument.of(properties, at)), at);
  }
}
