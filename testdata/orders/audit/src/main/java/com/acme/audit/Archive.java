package com.acme.audit;

import java.io.IOException;
import java.io.UncheckedIOException;

class Archive {

  void keep(String name) {
    try {
      Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "gzip /mnt/audit/" + name});  // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
