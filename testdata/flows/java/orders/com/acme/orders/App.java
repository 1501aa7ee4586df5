package com.acme.orders;

import com.acme.orders.data.OrderStore;
import com.acme.orders.data.Store;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

// slguard:trigger SQS
public class App extends BaseHandler implements RequestHandler<SQSEvent, Void> {
  private final Store store = new OrderStore();

  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      store.save(message.getBody());
      store.load(message.getMessageId());
      log(message.getBody());
    }
    return null;
  }
}
