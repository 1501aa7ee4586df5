import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.el.ELProcessor;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import ognl.Ognl;
import ognl.OgnlException;
import org.mvel2.MVEL;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.expression.spel.support.StandardEvaluationContext;

// slguard:trigger DIRECT_INVOKE
public class ScriptsAndExpressions implements RequestHandler<ScriptsAndExpressions.Rule, Object> {
  private static final Set<String> TYPES = Set.of("com.acme.Fast", "com.acme.Slow");
  private static final Map<String, String> FORMULAS = Map.of("net", "price * 0.81", "gross", "price * 1.19");
  private static final SpelExpressionParser SPEL = new SpelExpressionParser();

  public static class Rule {
    private String formula;
    private String type;
    private List<String> words;

    public String getFormula() {
      return formula;
    }

    public String getType() {
      return type;
    }

    public List<String> getWords() {
      return words;
    }
  }

  @Override
  public Object handleRequest(Rule rule, Context context) {
    String formula = rule.getFormula();
    EvaluationContext standard = new StandardEvaluationContext(rule);
    SPEL.parseExpression(formula).getValue(standard); // slguard:expect code-injection
    EvaluationContext simple = SimpleEvaluationContext.forReadOnlyDataBinding().build();
    SPEL.parseExpression(formula).getValue(simple, rule); // slguard:safe
    SPEL.parseExpression(FORMULAS.get(formula)).getValue(standard); // slguard:safe a constant map
    MVEL.eval(formula, Map.of("a", 1)); // slguard:expect code-injection
    MVEL.eval("a + 1", Map.of("a", formula)); // slguard:safe
    new ELProcessor().eval("'" + formula + "'"); // slguard:expect code-injection
    new GroovyShell(new Binding(Map.of("f", formula))).evaluate("f.toUpperCase()"); // slguard:safe
    new GroovyShell().evaluate("return " + formula); // slguard:expect code-injection
    try {
      ScriptEngine engine = new ScriptEngineManager().getEngineByName("javascript");
      SimpleBindings bindings = new SimpleBindings();
      bindings.put("x", formula);
      engine.eval("x * 2", bindings); // slguard:safe
      engine.eval("var x = " + formula + ";"); // slguard:expect code-injection
      Ognl.getValue(formula, rule); // slguard:expect code-injection
      Ognl.getValue("type", rule); // slguard:safe
      load(rule.getType());
      call(rule.getType());
    } catch (ScriptException | OgnlException | ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
    return patterns(rule);
  }

  private static Object load(String type) throws ReflectiveOperationException {
    if (TYPES.contains(type)) {
      return Class.forName(type).getDeclaredConstructor().newInstance(); // slguard:safe
    }
    return Class.forName(type).getDeclaredConstructor().newInstance(); // slguard:expect code-injection
  }

  private static Object call(String name) throws NoSuchMethodException, InvocationTargetException, IllegalAccessException {
    Method safe = Rule.class.getMethod("getFormula");
    return safe.invoke(new Rule()); // slguard:safe
  }

  private static Object patterns(Rule rule) {
    String word = rule.getWords().get(0);
    boolean found = Pattern.compile(word).matcher("text").find(); // slguard:expect redos
    found |= Pattern.compile(Pattern.quote(word) + "s?").matcher("text").find(); // slguard:safe
    found |= "some text".matches(".*" + word + ".*"); // slguard:expect redos
    String safe = "a,b".replace(word, "-"); // slguard:safe no pattern
    String split = "a,b".split(word)[0]; // slguard:expect redos
    found |= rule.getFormula().matches("(a+)+b"); // slguard:expect redos
    found |= rule.getFormula().matches("[a-z]+@[a-z]+\\.com"); // slguard:safe
    return List.of(found, safe, split);
  }
}
