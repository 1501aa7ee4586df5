package com.acme.notes;

import java.util.List;
import javax.inject.Inject;

class NoteUseCases {
  private final NoteStore store;

  @Inject
  NoteUseCases(NoteStore store) {
    this.store = store;
  }

  Result<List<String>> search(Query query) {
    if (query.text().isBlank()) {
      return new Result.Failed<>("empty");
    }
    return new Result.Ok<>(store.search(query.text(), query.tag(), query.limit()));
  }
}
