import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

// slguard:trigger ALB
public class CodeInjectionScriptEngine
    implements RequestHandler<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
  private static final ScriptEngine ENGINE = new ScriptEngineManager().getEngineByName("graal.js");

  @Override
  public ApplicationLoadBalancerResponseEvent handleRequest(ApplicationLoadBalancerRequestEvent event, Context context) {
    ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
    String formula = URLDecoder.decode(event.getQueryStringParameters().get("formula"), StandardCharsets.UTF_8);
    try {
      Object value = ENGINE.eval("price * (" + formula + ")"); // slguard:expect code-injection
      response.setBody("{\"value\":" + ((Number) value).doubleValue() + "}");
      response.setStatusCode(200);
    } catch (ScriptException e) {
      response.setStatusCode(400);
    }
    return response;
  }
}

class CodeInjectionScriptEngineSafe
    implements RequestHandler<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
  private static final Set<String> FORMULAS = Set.of("1.19", "1.07", "0");

  @Override
  public ApplicationLoadBalancerResponseEvent handleRequest(ApplicationLoadBalancerRequestEvent event, Context context) {
    ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
    String formula = event.getQueryStringParameters().get("formula");
    if (FORMULAS.contains(formula)) {
      try {
        new ScriptEngineManager().getEngineByName("graal.js").eval("price * (" + formula + ")"); // slguard:safe
        response.setStatusCode(200);
      } catch (ScriptException e) {
        response.setStatusCode(500);
      }
    } else {
      response.setStatusCode(400);
    }
    return response;
  }
}
