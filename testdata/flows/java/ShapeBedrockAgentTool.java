import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

// slguard:trigger BEDROCK_AGENT
public class ShapeBedrockAgentTool implements RequestHandler<Map<String, Object>, String> {
  private Statement statement;

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    List<Map<String, String>> parameters = (List<Map<String, String>>) event.get("parameters");
    try {
      for (Map<String, String> each : parameters) {
        statement.execute("select * from t where name = '" + each.get("value") + "'"); // slguard:expect sql-injection
      }
      var answer = BedrockRuntimeClient.create().converse(r -> r.modelId("amazon.nova-lite-v1:0"));
      statement.execute(answer.output().message().content().get(0).text()); // slguard:expect sql-injection
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }
}

class ShapeBedrockAgentToolSafe implements RequestHandler<Map<String, Object>, String> {
  private Statement statement;

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    try {
      statement.execute("select * from t where action = '" + event.get("actionGroup") + "'"); // slguard:safe
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }
}
