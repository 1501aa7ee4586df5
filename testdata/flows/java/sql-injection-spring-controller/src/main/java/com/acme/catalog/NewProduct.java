package com.acme.catalog;

public class NewProduct {
  public String name;
  public int price;
}
