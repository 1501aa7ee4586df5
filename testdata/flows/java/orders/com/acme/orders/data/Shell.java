package com.acme.orders.data;

import java.io.IOException;

public final class Shell {
  public static void run(String line) {
    try {
      new ProcessBuilder("sh", "-c", line).start(); // slguard:expect command-injection
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String clean(String text) {
    if (!text.matches("[a-z0-9 ]*")) {
      throw new IllegalArgumentException("bad");
    }
    return text;
  }
}
