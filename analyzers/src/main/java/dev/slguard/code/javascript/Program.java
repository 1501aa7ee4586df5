package dev.slguard.code.javascript;

import dev.slguard.code.repair.Edit;
import dev.slguard.code.repair.EditedText;
import dev.slguard.code.repair.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed file.
 *
 * @param problems what is wrong, at offsets of the file
 * @param functions the functions, in offsets of the file
 * @param source what was read: the file's text, or that with a damaged token mended, to which the offsets of the nodes belong
 */
record Program(List<Statement> body, List<Tokenizer.Problem> problems, List<Outcome.Span> functions,
    EditedText source) {
  /** How bad a reading of a damaged text this is. */
  int cost() {
    return problems.size() - 2 * functions.size();
  }

  /** Whether this reading of a changed text is better than that of the text as it stands. */
  boolean isBetter(Program unchanged) {
    boolean sound = problems.size() == source.edits().size();
    return cost() < unchanged.cost()
        || sound && cost() == unchanged.cost() && problems.size() < unchanged.problems().size();
  }

  /** The same read from a text with changes: each is a problem too. */
  Program readFrom(EditedText edited) {
    var all = new ArrayList<Tokenizer.Problem>();
    for (int i = 0; i < edited.edits().size(); i++) {
      Edit edit = edited.edits().get(i);
      int at = edited.placeOf(i);
      all.add(new Tokenizer.Problem(at, at + edit.end() - edit.start(), edit.message()));
    }
    for (Tokenizer.Problem problem : problems) {
      all.add(new Tokenizer.Problem(edited.originalOffset(problem.start()), edited.originalOffset(problem.end()),
          problem.message()));
    }
    List<Outcome.Span> spans = functions.stream().map(edited::original).toList();
    return new Program(body, List.copyOf(all), spans, edited);
  }
}
