package dev.slguard.code.javascript;

import java.util.List;

/**
 * A parsed file.
 *
 * @param functions how many function bodies were read
 */
record Program(List<Statement> body, List<Tokenizer.Problem> problems, int functions) {
  /** How bad a reading of a damaged text this is. */
  int cost() {
    return problems.size() - 2 * functions;
  }
}
