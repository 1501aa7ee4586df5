package org.acme.bench;

public interface Thing {
  String doSomething(String value);
}
