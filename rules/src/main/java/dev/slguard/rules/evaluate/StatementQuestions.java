package dev.slguard.rules.evaluate;

import dev.slguard.model.Truth;
import dev.slguard.rules.language.StatementQuestion;

/** Answers what rules ask of policy statements. */
interface StatementQuestions {
  /** Whether the answer is yes for the statement {@code node}. */
  Truth answer(StatementQuestion question, Node node, Walk walk);
}
