package com.acme.notes;

import java.util.function.Function;

/** A value or a failure. */
public sealed interface Result<T> {
  record Ok<T>(T value) implements Result<T> {}

  record Failed<T>(String reason) implements Result<T> {}

  default <R> R fold(Function<T, R> ok, Function<String, R> failed) {
    return switch (this) {
      case Ok<T>(T value) -> ok.apply(value);
      case Failed<T>(String reason) -> failed.apply(reason);
    };
  }
}
