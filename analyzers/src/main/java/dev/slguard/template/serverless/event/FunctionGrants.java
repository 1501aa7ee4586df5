package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import java.util.ArrayList;
import java.util.List;

/** What a function with a role of its own is granted besides its statements: its logs, its queues, streams and onError. */
public final class FunctionGrants {
  private FunctionGrants() {}

  /** The statements, in the order of the plugin serverless-iam-roles-per-function 3.2.0. */
  public static List<Tree> of(ServiceFunction function, Draft draft) {
    var statements = new ArrayList<Tree>();
    statements.add(draft.allow(List.of("logs:CreateLogStream", "logs:CreateLogGroup", "logs:PutLogEvents"),
        List.of(draft.subAround("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/",
            function.deployedName(), ":*:*"))));
    var tables = new ArrayList<Tree>();
    var streams = new ArrayList<Tree>();
    for (Event event : function.events("stream")) {
      (StreamEvents.type(event).equals("dynamodb") ? tables : streams).add(StreamEvents.arn(event));
    }
    if (!tables.isEmpty()) {
      statements.add(draft.allow(StreamEvents.TABLE_ACTIONS, tables));
    }
    if (!streams.isEmpty()) {
      statements.add(draft.allow(StreamEvents.STREAM_ACTIONS, streams));
    }
    List<Tree> queues = function.events("sqs").stream().map(SqsEvents::arn).toList();
    if (!queues.isEmpty()) {
      statements.add(draft.allow(SqsEvents.ACTIONS, queues));
    }
    Config.truthy(function.config(), "onError").ifPresent(arn -> statements.add(Draft.of(arn).object()
        .put("Effect", "Allow").put("Action", Draft.of(arn).texts("sns:Publish")).put("Resource", arn).tree()));
    return statements;
  }
}
