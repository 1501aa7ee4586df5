package crm.model;

import lombok.Getter;
import lombok.Setter;

@Getter
@Setter
public class Contact {
  private Long id;
  private String name;
  private Level level;

  public enum Level {
    LOW, HIGH;

    public static Level parse(String s) {
      for (Level level : Level.values()) {
        if (level.name().equalsIgnoreCase(s)) {
          return level;
        }
      }
      return LOW;
    }
  }
}
