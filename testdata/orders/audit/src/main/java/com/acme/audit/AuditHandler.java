package com.acme.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Keeps what was ordered in a file for the auditors. */
public class AuditHandler implements RequestHandler<SQSEvent, Void> {
  private final Archive archive = new Archive();

  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      archive.keep(message.getBody());
    }
    return null;
  }
}
