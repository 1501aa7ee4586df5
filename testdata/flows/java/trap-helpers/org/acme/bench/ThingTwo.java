package org.acme.bench;

public class ThingTwo implements Thing {
  @Override
  public String doSomething(String value) {
    return new StringBuilder(value).reverse().toString();
  }
}
