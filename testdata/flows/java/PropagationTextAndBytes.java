import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;
import software.amazon.awssdk.core.SdkBytes;

// slguard:trigger REST_API
public class PropagationTextAndBytes implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  private static final Pattern PAIR = Pattern.compile("(.+)=(.+)");
  private Statement db;

  @Override
  public String handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String body = input.getBody();
    try {
      Matcher pair = PAIR.matcher(body);
      if (pair.matches()) {
        db.execute("select " + pair.group(2)); // slguard:expect sql-injection
      }
      StringBuffer buffer = new StringBuffer("select  from t");
      buffer.insert(7, body);
      db.execute(buffer.toString()); // slguard:expect sql-injection
      byte[] bytes = IOUtils.toByteArray(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
      db.execute("select " + new String(ByteBuffer.wrap(bytes).array(), StandardCharsets.UTF_8)); // slguard:expect sql-injection
      db.execute("select " + SdkBytes.fromUtf8String(body).asUtf8String()); // slguard:expect sql-injection
      StringTokenizer words = new StringTokenizer(body, " ");
      while (words.hasMoreTokens()) {
        db.execute("drop table " + words.nextToken()); // slguard:expect sql-injection
      }
      char[] letters = body.toCharArray();
      db.execute("select " + String.valueOf(letters)); // slguard:expect sql-injection
      db.execute("select " + new StringBuilder(body).reverse()); // slguard:expect sql-injection
      db.execute(body.lines().findFirst().orElse("select 1")); // slguard:expect sql-injection
      String quoted = body.concat("'").substring(1).repeat(2).indent(2).stripTrailing();
      db.execute(quoted); // slguard:expect sql-injection
    } catch (SQLException | java.io.IOException e) {
      return "failed";
    }
    return "ok";
  }
}

class PropagationTextAndBytesSafe implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  private Statement db;

  @Override
  public String handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String body = input.getBody();
    try {
      db.execute("select " + body.length()); // slguard:safe
      db.execute("select '" + HexFormat.of().formatHex(body.getBytes(StandardCharsets.UTF_8)) + "'"); // slguard:safe
      db.execute("select '" + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "'"); // slguard:safe
      db.execute("select " + body.equals("x") + body.indexOf('a') + body.hashCode()); // slguard:safe
      db.execute("select " + Boolean.parseBoolean(body) + Long.valueOf(body) + new java.math.BigDecimal(body)); // slguard:safe
      StringBuilder builder = new StringBuilder(body);
      builder.setLength(0);
      builder.append("select 1");
      db.execute(builder.toString()); // slguard:safe
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }
}
