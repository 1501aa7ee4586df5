package dev.slguard.code.javascript;

import java.util.List;

/** A parsed file. */
record Program(List<Statement> body, List<Tokenizer.Problem> problems) {}
