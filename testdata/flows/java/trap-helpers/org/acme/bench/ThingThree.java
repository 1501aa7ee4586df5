package org.acme.bench;

public class ThingThree implements Thing {
  @Override
  public String doSomething(String value) {
    return "length " + value.length();
  }
}
