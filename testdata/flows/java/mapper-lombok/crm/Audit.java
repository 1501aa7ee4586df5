package crm;

import crm.model.Contact;
import java.io.IOException;
import java.io.UncheckedIOException;

class Audit {
  void name(String name) {
    sh("audit name " + name);
  }

  void id(Long id) {
    ok("audit id " + id);
  }

  void level(Contact.Level level) {
    ok("audit level " + level);
  }

  void constant(String text) {
    ok("audit " + text);
  }

  void key(String key) {
    sh("audit key " + key);
  }

  void value(String value) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "value " + value}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void consumer(String value) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "consumer " + value}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void other(String name) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "other " + name}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pair(String name) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "pair " + name}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sh(String line) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", line}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ok(String line) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", line}); // slguard:safe
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
