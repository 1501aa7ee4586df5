package cafe;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;

@Serdeable
public record Dish(@NotNull String name, double price, Kind kind, String note) {
  public enum Kind { STARTER, MAIN, DESSERT }

  public Dish {
    if (name.length() > 80) {
      throw new IllegalArgumentException("too long");
    }
  }

  String label() {
    return name + " (" + kind + ")";
  }
}
