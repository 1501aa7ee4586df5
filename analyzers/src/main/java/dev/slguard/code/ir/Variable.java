package dev.slguard.code.ir;

import java.util.Optional;

/**
 * What is known of a {@link Local} before the program runs.
 *
 * @param name as written; empty for a temporary
 * @param type the declared type, qualified as an import would spell it ({@code java.sql.Connection}, {@code int},
 *     {@code aws-lambda.APIGatewayProxyEvent}, {@code aws_lambda_powertools.utilities.data_classes.SQSEvent}); type
 *     arguments in angle brackets may follow; empty where nothing is declared
 */
public record Variable(String name, Optional<String> type) {
  /** A variable without a declared type. */
  public static Variable named(String name) {
    return new Variable(name, Optional.empty());
  }
}
