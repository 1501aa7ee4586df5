package com.acme.orders.store;

import com.acme.orders.OrderQuery;

public interface OrderRepository {
  int count(OrderQuery query);
}
