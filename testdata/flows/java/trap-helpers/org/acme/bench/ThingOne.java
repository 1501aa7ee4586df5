package org.acme.bench;

public class ThingOne implements Thing {
  @Override
  public String doSomething(String value) {
    String copy = value;
    return copy;
  }
}
