package com.acme.orders.data;

public interface Store {
  void save(String text);

  void load(String id);
}
