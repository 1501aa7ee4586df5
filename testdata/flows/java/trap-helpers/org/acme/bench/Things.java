package org.acme.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

public final class Things {
  private Things() {}

  public static Thing create() {
    Properties settings = new Properties();
    try (InputStream in = Things.class.getResourceAsStream("/things.properties")) {
      settings.load(in);
      return (Thing) Class.forName(settings.getProperty("thing")).getDeclaredConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      return new ThingOne();
    }
  }

  public static Thing counting() {
    return new ThingThree();
  }
}
