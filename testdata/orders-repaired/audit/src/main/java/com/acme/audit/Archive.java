package com.acme.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

class Archive {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");

  void keep(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no such file");
    }
    try {
      new ProcessBuilder("/usr/bin/gzip", "/mnt/audit/" + name).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
