package dev.slguard.code.ir;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Map;

/**
 * An annotation or decorator as written.
 *
 * @param name qualified by the imports of the file as far as they tell:
 *     {@code org.springframework.web.bind.annotation.RequestParam}, {@code @nestjs/common.Query}, {@code app.route}
 * @param arguments constant arguments by name, positional ones by index ({@code "0"}); Java's single value is {@code value}
 * @param references arguments that are constants of other types, qualified as {@code name} is, by name
 */
public record Annotation(String name, Map<String, List<Constant>> arguments, Map<String, List<String>> references,
    Span at) {
  public Annotation {
    arguments = Map.copyOf(arguments);
    references = Map.copyOf(references);
  }

  /** An annotation that refers to no constants of other types. */
  public Annotation(String name, Map<String, List<Constant>> arguments, Span at) {
    this(name, arguments, Map.of(), at);
  }
}
