package dev.slguard.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Stands between slguard and moto: hands calls on with pages of seven items, and answers itself what a test tells it to. Calls
 * are form posts, answers XML (IAM API Reference, Making query requests).
 */
final class IamProxy implements AutoCloseable {
  private static final String PAGE = "7";

  private final HttpServer server;
  private final URI target;
  private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
  private final List<Function<Map<String, String>, Optional<Answer>>> rules = new CopyOnWriteArrayList<>();

  /** An answer of the proxy's own. */
  record Answer(int status, String body) {
    /** An error as IAM writes it. */
    static Answer error(int status, String code) {
      return new Answer(status, """
        <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>%s</Code>\
        <Message>said by the test</Message></Error><RequestId>r-1</RequestId></ErrorResponse>""".formatted(code));
    }

    /** The result of {@code action}. */
    static Answer result(String action, String members) {
      return new Answer(200, """
        <%1$sResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><%1$sResult>%2$s</%1$sResult>\
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></%1$sResponse>""".formatted(action, members));
    }
  }

  IamProxy(URI target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Asks {@code rule}, before those added earlier, of every call from now on. */
  void answer(Function<Map<String, String>, Optional<Answer>> rule) {
    rules.addFirst(rule);
  }

  /** Forgets what was told and seen. */
  void reset() {
    rules.clear();
    calls.clear();
  }

  /** The parameters of the calls of {@code action} so far. */
  List<Map<String, String>> calls(String action) {
    return calls.stream().filter(call -> action.equals(call.get("Action"))).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> call = parameters(
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      calls.add(call);
      Answer answer = rules.stream().flatMap(rule -> rule.apply(call).stream()).findFirst()
          .orElseGet(() -> forwarded(call, exchange));
      byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer forwarded(Map<String, String> call, HttpExchange exchange) {
    try {
      var connection = (HttpURLConnection) target.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      connection.setRequestProperty("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
      var sent = new LinkedHashMap<>(call);
      sent.computeIfPresent("MaxItems", (_, _) -> PAGE);
      connection.getOutputStream().write(form(sent).getBytes(StandardCharsets.UTF_8));
      int status = connection.getResponseCode();
      try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Answer.error(502, "Proxy" + e.getClass().getSimpleName());
    }
  }

  private static Map<String, String> parameters(String form) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static String form(Map<String, String> parameters) {
    var pairs = new ArrayList<String>();
    parameters.forEach((name, value) -> pairs.add(java.net.URLEncoder.encode(name, StandardCharsets.UTF_8) + '='
        + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return String.join("&", pairs);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
