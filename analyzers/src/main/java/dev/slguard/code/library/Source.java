package dev.slguard.code.library;

import java.util.List;

/**
 * A call or member that brings in a label.
 *
 * @param position where the labelled value comes out: the result, an argument filled in, the receiver
 * @param kind word for messages: "secret", "DynamoDB item", "HTTP response"
 */
public record Source(Label label, Trust trust, String kind, Position position, List<Condition> conditions) {
  public Source {
    conditions = List.copyOf(conditions);
  }
}
