import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

// slguard:trigger DIRECT_INVOKE
public class CodeInjectionSpelPojo implements RequestHandler<CodeInjectionSpelPojo.Request, Object> {
  /** What callers send. */
  public static class Request {
    private String condition;
    private int amount;

    public String getCondition() {
      return condition;
    }

    public void setCondition(String condition) {
      this.condition = condition;
    }

    public int getAmount() {
      return amount;
    }

    public void setAmount(int amount) {
      this.amount = amount;
    }
  }

  private final ExpressionParser parser = new SpelExpressionParser();

  @Override
  public Object handleRequest(Request request, Context context) {
    Expression expression = parser.parseExpression(request.getCondition());
    return expression.getValue(); // slguard:expect code-injection
  }
}

class CodeInjectionSpelPojoSafe implements RequestHandler<CodeInjectionSpelPojo.Request, Object> {
  private final ExpressionParser parser = new SpelExpressionParser();

  @Override
  public Object handleRequest(CodeInjectionSpelPojo.Request request, Context context) {
    EvaluationContext simple = SimpleEvaluationContext.forReadOnlyDataBinding().build();
    Object first = parser.parseExpression("amount > " + request.getAmount()).getValue(); // slguard:safe
    Object second = parser.parseExpression(request.getCondition()).getValue(simple, request); // slguard:safe
    return first == second;
  }
}
