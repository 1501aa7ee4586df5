import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Classes, lambdas, streams, exceptions, recursion. */
public class ObjectsHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static String last = "fixed";
  private Statement db;
  private String current = "fixed";
  private final String name = "fixed";

  interface Source {
    String text();
  }

  /** The only implementation. */
  static class Constant implements Source {
    @Override
    public String text() {
      return "fixed";
    }
  }

  interface Wrapper {
    String wrap(String text);
  }

  static class Quoter implements Wrapper {
    @Override
    public String wrap(String text) {
      return "'" + text + "'";
    }
  }

  static class Dropper implements Wrapper {
    @Override
    public String wrap(String text) {
      return "dropped";
    }
  }

  abstract static class Template {
    final String build(String value) {
      return "select " + middle(value);
    }

    abstract String middle(String value);
  }

  static class Echo extends Template {
    @Override
    String middle(String value) {
      return value;
    }
  }

  static class Mute extends Template {
    @Override
    String middle(String value) {
      return "1";
    }
  }

  static class Box<T> {
    private T value;

    Box(T value) {
      this.value = value;
    }

    T get() {
      return value;
    }

    void set(T value) {
      this.value = value;
    }
  }

  class Inner {
    private final String own;

    Inner(String own) {
      this.own = own;
    }

    void run() throws SQLException {
      db.execute("select " + own); // slguard:expect sql-injection
      db.execute("select " + name); // slguard:safe
    }
  }

  record Pair(String left, String right) {
    Pair swapped() {
      return new Pair(right, left);
    }
  }

  sealed interface Shape permits Circle, Square {
  }

  record Circle(String label) implements Shape {
  }

  record Square(int side) implements Shape {
  }

  static class Rejected extends RuntimeException {
    private final String what;

    Rejected(String what) {
      super("rejected");
      this.what = what;
    }
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String bad = event.getQueryStringParameters().get("q");
    try {
      classes(bad);
      functions(bad);
      fields(bad);
      control(bad);
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }

  private void classes(String bad) throws SQLException {
    Source source = new Constant();
    db.execute("select " + source.text()); // slguard:safe
    Source anonymous = new Source() {
      @Override
      public String text() {
        return bad;
      }
    };
    db.execute("select " + anonymous.text()); // slguard:expect sql-injection
    Wrapper quoter = new Quoter();
    Wrapper dropper = new Dropper();
    db.execute("select " + quoter.wrap(bad)); // slguard:expect sql-injection
    db.execute("select " + dropper.wrap(bad)); // slguard:safe
    db.execute(new Echo().build(bad)); // slguard:expect sql-injection
    db.execute(new Mute().build(bad)); // slguard:safe
    Box<String> full = new Box<>(bad);
    Box<String> empty = new Box<>("fixed");
    db.execute("select " + full.get()); // slguard:expect sql-injection
    db.execute("select " + empty.get()); // slguard:safe
    full.set("fixed");
    db.execute("select " + full.get()); // slguard:safe
    new Inner(bad).run();
    Pair pair = new Pair(bad, "fixed");
    db.execute("select " + pair.right()); // slguard:safe
    db.execute("select " + pair.swapped().right()); // slguard:expect sql-injection
    Shape shape = bad.isEmpty() ? new Square(3) : new Circle(bad);
    switch (shape) {
      case Circle(String label) -> db.execute("select " + label); // slguard:expect sql-injection
      case Square(int side) -> db.execute("select " + side); // slguard:safe
    }
    Object any = bad;
    if (any instanceof Integer number) {
      db.execute("select " + number); // slguard:safe
    } else if (any instanceof String text && !text.isEmpty()) {
      db.execute("select " + text); // slguard:expect sql-injection
    }
  }

  private void functions(String bad) throws SQLException {
    Function<String, String> echo = text -> text + "!";
    Function<String, String> drop = text -> "fixed";
    Supplier<String> captured = () -> bad;
    UnaryOperator<String> trim = String::trim;
    BiFunction<String, String, String> second = (left, right) -> right;
    db.execute("select " + echo.apply(bad)); // slguard:expect sql-injection
    db.execute("select " + drop.apply(bad)); // slguard:safe
    db.execute("select " + captured.get()); // slguard:expect sql-injection
    db.execute("select " + trim.apply(bad)); // slguard:expect sql-injection
    db.execute("select " + second.apply(bad, "fixed")); // slguard:safe
    db.execute("select " + echo.andThen(drop).apply(bad)); // slguard:safe
    db.execute(Stream.of("a", bad).map(text -> "x" + text).collect(Collectors.joining())); // slguard:expect sql-injection
    db.execute(Stream.of("a", bad).map(text -> "x").collect(Collectors.joining())); // slguard:safe
    db.execute("select " + IntStream.range(0, bad.length()).sum()); // slguard:safe
    db.execute("select " + Optional.of(bad).map(text -> 3).orElse(4)); // slguard:safe
    db.execute(Optional.ofNullable(bad).map(text -> "select " + text).orElse("select 1")); // slguard:expect sql-injection
    List<String> collected = new ArrayList<>();
    Stream.of(bad).forEach(collected::add);
    db.execute("select " + collected.get(0)); // slguard:expect sql-injection
    db.execute("select " + Stream.of(bad, "b").count()); // slguard:safe
  }

  private void fields(String bad) throws SQLException {
    db.execute("select " + current); // slguard:safe
    current = bad;
    db.execute("select " + current); // slguard:expect sql-injection
    current = "fixed";
    db.execute("select " + current); // slguard:safe
    StringBuilder target = new StringBuilder();
    fill(target, bad);
    db.execute("select " + target); // slguard:expect sql-injection
    StringBuilder other = new StringBuilder(bad);
    overwrite(other);
    db.execute("select " + other); // slguard:safe
    String[] holder = {bad};
    replace(holder);
    db.execute("select " + holder[0]); // slguard:safe
    db.execute("select " + first("fixed", bad)); // slguard:safe
    db.execute("select " + first(bad, "fixed")); // slguard:expect sql-injection
    db.execute("select " + create("fixed").get()); // slguard:safe
    db.execute("select " + create(bad).get()); // slguard:expect sql-injection
  }

  private static void fill(StringBuilder target, String text) {
    target.append(text);
  }

  private static void overwrite(StringBuilder target) {
    target.setLength(0);
    target.append("fixed");
  }

  private static void replace(String[] holder) {
    holder[0] = "fixed";
  }

  private static String first(String... all) {
    return all[0];
  }

  private static Box<String> create(String text) {
    return new Box<>(text);
  }

  private void control(String bad) throws SQLException {
    String a;
    try {
      a = reject(bad);
    } catch (Rejected e) {
      db.execute("select " + e.what); // slguard:expect sql-injection
      db.execute("select " + e.getMessage()); // slguard:safe
      a = "fixed";
    }
    db.execute("select " + a); // slguard:safe
    db.execute("select " + deep(bad, 3)); // slguard:expect sql-injection
    db.execute("select " + depth(bad, 3)); // slguard:safe
    Iterator<String> iterator = List.of(bad).iterator();
    while (iterator.hasNext()) {
      db.execute("select " + iterator.next()); // slguard:expect sql-injection
    }
    String b = "fixed";
    try {
      db.execute("select 1"); // slguard:safe
    } finally {
      b = b + "!";
    }
    db.execute("select " + b); // slguard:safe
    String c = bad;
    synchronized (this) {
      c = c.isEmpty() ? "x" : "y";
    }
    db.execute("select " + c); // slguard:safe
    outer : for (String each : List.of("a", bad)) {
      for (int i = 0; i < 2; i++) {
        if (i == 1) {
          continue outer;
        }
        db.execute("select " + each); // slguard:expect sql-injection
      }
    }
    var text = """
        select *
        from t
        where x = '%s'
        """;
    db.execute(text.formatted("fixed")); // slguard:safe
    db.execute(text.formatted(bad)); // slguard:expect sql-injection
  }

  private static String reject(String text) {
    throw new Rejected(text);
  }

  private static String deep(String text, int n) {
    return n == 0 ? text : deep(text + "x", n - 1);
  }

  private static int depth(String text, int n) {
    return n == 0 ? text.length() : depth(text, n - 1) + 1;
  }
}
