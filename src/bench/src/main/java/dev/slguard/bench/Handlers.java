package dev.slguard.bench;

import dev.slguard.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes applications of any size: handlers with a service, a store and a validator each, as people write them. */
final class Handlers {
  private Handlers() {}

  /** {@code count} handlers of {@code language} with the files they use. */
  static List<SourceFile> of(String language, int count) {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = Integer.toString(i);
      switch (language) {
        case "java" -> {
          files.add(SourceFile.of("app/H" + i + ".java", JAVA_HANDLER.replace("$", number)));
          files.add(SourceFile.of("app/S" + i + ".java", JAVA_STORE.replace("$", number)));
        }
        case "python" -> {
          files.add(SourceFile.of("app/h" + i + ".py", PYTHON_HANDLER.replace("$", number)));
          files.add(SourceFile.of("app/s" + i + ".py", PYTHON_STORE.replace("$", number)));
        }
        default -> {
          files.add(SourceFile.of("app/h" + i + ".mjs", SCRIPT_HANDLER.replace("$", number)));
          files.add(SourceFile.of("app/s" + i + ".mjs", SCRIPT_STORE.replace("$", number)));
        }
      }
    }
    return files;
  }

  /** As {@link #of}, with each store asking the one of half its number first: none is a program of its own. */
  static List<SourceFile> chained(String language, int count) {
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : of(language, count)) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      int number = Integer.parseInt(name.replaceAll("\\D", ""));
      boolean store = Character.toLowerCase(name.charAt(0)) == 's' && number > 0;
      files.add(store ? SourceFile.of(file.path(), asking(language, file.text(), number / 2)) : file);
    }
    return files;
  }

  private static String asking(String language, String store, int other) {
    return switch (language) {
      case "java" -> store.replace("List<String> found = new ArrayList<>();",
          "List<String> found = new ArrayList<>(new S" + other + "().find(customer, limit));");
      case "python" ->
        store.replace("import psycopg2\n", "import psycopg2\n\nfrom app import s" + other + " as before\n").replace(
            "with connect() as connection:\n        cursor = connection.cursor()\n        sql",
            "found = before.find(customer, limit)\n    with connect() as connection:\n        cursor = connection.cursor()\n        sql")
            .replace("return [{", "return found + [{");
      default -> "import { find as before } from \"./s" + other + ".mjs\";\n"
          + store.replace("const { rows }", "const found = await before(customer, limit);\n  const { rows }").replace(
              "return rows.map((row) => ({ id: row.id, total: row.total }));",
              "return [...found, ...rows.map((row) => ({ id: row.id, total: row.total }))];");
    };
  }

  /** Writes handlers of at least {@code lines} lines together to {@code folder}, and a template that deploys them. */
  static void write(String language, int lines, Path folder) throws IOException {
    int count = 1;
    while (Programs.lines(of(language, count)) < lines) {
      count++;
    }
    for (SourceFile file : of(language, count)) {
      Path path = folder.resolve(language.equals("java") ? "src/main/java/" + file.path() : file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    var template = new StringBuilder("Transform: AWS::Serverless-2016-10-31\nResources:\n");
    for (int i = 0; i < count; i++) {
      template.append(switch (language) {
        case "java" -> function(i, "app.H" + i + "::handleRequest", "java21");
        case "python" -> function(i, "app/h" + i + ".handler", "python3.13");
        default -> function(i, "app/h" + i + ".handler", "nodejs22.x");
      });
    }
    Files.writeString(folder.resolve("template.yaml"), template.toString());
  }

  private static String function(int number, String handler, String runtime) {
    return """
      F%d:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: .
          Handler: %s
          Runtime: %s
          Events:
            Orders:
              Type: Api
              Properties: { Path: /orders/%d, Method: any }
      """.formatted(number, handler, runtime, number).indent(2);
  }

  private static final String JAVA_HANDLER = """
    package app;

    import com.amazonaws.services.lambda.runtime.Context;
    import com.amazonaws.services.lambda.runtime.RequestHandler;
    import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
    import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
    import com.fasterxml.jackson.core.JsonProcessingException;
    import com.fasterxml.jackson.databind.ObjectMapper;
    import java.util.HashMap;
    import java.util.List;
    import java.util.Map;
    import java.util.stream.Collectors;

    public class H$ implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
      record Order(String customer, List<String> items, int total) {
      }

      private static final ObjectMapper MAPPER = new ObjectMapper();
      private final S$ store = new S$();

      @Override
      public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        try {
          return switch (input.getHttpMethod()) {
            case "GET" -> answer(200, headers, store.find(id(input), limit(input)));
            case "POST" -> {
              Order order = MAPPER.readValue(input.getBody(), Order.class);
              if (!valid(order)) {
                yield answer(400, headers, List.of("invalid order"));
              }
              yield answer(201, headers, List.of(store.save(order.customer(), order.items(), order.total())));
            }
            default -> answer(405, headers, List.of());
          };
        } catch (JsonProcessingException e) {
          context.getLogger().log("body of " + context.getAwsRequestId() + " cannot be read");
          return answer(400, headers, List.of("bad body"));
        }
      }

      private static String id(APIGatewayProxyRequestEvent input) {
        Map<String, String> parameters = input.getPathParameters();
        return parameters == null ? "" : parameters.getOrDefault("id", "").trim();
      }

      private static int limit(APIGatewayProxyRequestEvent input) {
        Map<String, String> query = input.getQueryStringParameters();
        if (query == null || query.get("limit") == null) {
          return 10;
        }
        return Math.min(100, Integer.parseInt(query.get("limit")));
      }

      private static boolean valid(Order order) {
        for (String item : order.items()) {
          if (!item.matches("[A-Z]{3}-[0-9]{4}")) {
            return false;
          }
        }
        return order.total() > 0 && order.customer() != null;
      }

      private static APIGatewayProxyResponseEvent answer(int status, Map<String, String> headers, List<String> lines) {
        String body = lines.stream().map(line -> '"' + line + '"').collect(Collectors.joining(",", "[", "]"));
        return new APIGatewayProxyResponseEvent().withStatusCode(status).withHeaders(headers).withBody(body);
      }
    }
    """;

  private static final String JAVA_STORE = """
    package app;

    import java.sql.Connection;
    import java.sql.DriverManager;
    import java.sql.PreparedStatement;
    import java.sql.ResultSet;
    import java.sql.SQLException;
    import java.sql.Statement;
    import java.io.IOException;
    import java.nio.file.Files;
    import java.nio.file.Path;
    import java.util.ArrayList;
    import java.util.List;
    import java.util.UUID;

    class S$ {
      private final String url = System.getenv("JDBC_URL");

      List<String> find(String customer, int limit) {
        List<String> found = new ArrayList<>();
        String sql = "select id, total from orders_$ where customer = '" + customer + "' limit " + limit;
        try (Connection connection = DriverManager.getConnection(url);
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            found.add(rows.getString(1) + ": " + rows.getInt(2));
          }
        } catch (SQLException e) {
          throw new IllegalStateException("cannot read orders", e);
        }
        return found;
      }

      String save(String customer, List<String> items, int total) {
        String id = UUID.randomUUID().toString();
        try (Connection connection = DriverManager.getConnection(url);
            PreparedStatement statement = connection
                .prepareStatement("insert into orders_$ (id, customer, items, total) values (?, ?, ?, ?)")) {
          statement.setString(1, id);
          statement.setString(2, customer);
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
              text.append(',');
            }
            text.append(items.get(i));
          }
          statement.setString(3, text.toString());
          statement.setInt(4, total);
          statement.executeUpdate();
        } catch (SQLException e) {
          throw new IllegalStateException("cannot write order", e);
        }
        return id;
      }
    }
    """;

  private static final String PYTHON_HANDLER = """
    import json
    import logging
    import os
    import re

    from app import s$ as store

    LOG = logging.getLogger()
    ITEM = re.compile(r"^[A-Z]{3}-[0-9]{4}\\Z")


    def handler(event, context):
        method = event.get("httpMethod")
        try:
            if method == "GET":
                return answer(200, store.find(identifier(event), limit(event)))
            elif method == "POST":
                order = json.loads(event["body"])
                if not valid(order):
                    return answer(400, {"message": "invalid order"})
                return answer(201, {"id": store.save(order)})
        except ValueError as error:
            LOG.warning("body cannot be read")
            return answer(400, {"message": "bad body"})
        return answer(405, {})


    def identifier(event):
        parameters = event.get("pathParameters") or {}
        return parameters.get("id", "").strip()


    def limit(event):
        query = event.get("queryStringParameters") or {}
        return min(100, int(query.get("limit", "10")))


    def valid(order):
        for item in order.get("items", []):
            if not ITEM.match(item):
                return False
        return order.get("total", 0) > 0 and "customer" in order


    def answer(status, body):
        return {
            "statusCode": status,
            "headers": {"Content-Type": "application/json"},
            "body": json.dumps(body),
        }
    """;

  private static final String PYTHON_STORE = """
    import os
    import uuid

    import psycopg2


    def connect():
        return psycopg2.connect(os.environ["DATABASE_URL"])


    def find(customer, limit):
        with connect() as connection:
            cursor = connection.cursor()
            sql = f"select id, total from orders_$ where customer = '{customer}' limit {limit}"
            cursor.execute(sql)
            return [{"id": row[0], "total": row[1]} for row in cursor.fetchall()]


    def save(order):
        identifier = str(uuid.uuid4())
        with connect() as connection:
            cursor = connection.cursor()
            cursor.execute(
                "insert into orders_$ (id, customer, items, total) values (%s, %s, %s, %s)",
                (identifier, order["customer"], ",".join(order["items"]), order["total"]),
            )
        return identifier
    """;

  private static final String SCRIPT_HANDLER = """
    import { find, save } from "./s$.mjs";

    const ITEM = /^[A-Z]{3}-[0-9]{4}/;

    export const handler = async (event) => {
      try {
        switch (event.httpMethod) {
          case "GET":
            return answer(200, await find(identifier(event), limit(event)));
          case "POST": {
            const order = JSON.parse(event.body);
            if (!valid(order)) {
              return answer(400, { message: "invalid order" });
            }
            return answer(201, { id: await save(order) });
          }
          default:
            return answer(405, {});
        }
      } catch (error) {
        console.warn("body cannot be read");
        return answer(400, { message: "bad body" });
      }
    };

    const identifier = ({ pathParameters }) => (pathParameters?.id ?? "").trim();

    function limit(event) {
      const query = event.queryStringParameters ?? {};
      return Math.min(100, parseInt(query.limit ?? "10", 10));
    }

    function valid({ items = [], total, customer }) {
      for (const item of items) {
        if (!ITEM.test(item)) {
          return false;
        }
      }
      return total > 0 && customer !== undefined;
    }

    function answer(statusCode, body) {
      return { statusCode, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    }
    """;

  private static final String SCRIPT_STORE = """
    import pg from "pg";
    import { randomUUID } from "node:crypto";

    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

    export async function find(customer, limit) {
      const sql = "select id, total from orders_$ where customer = '" + customer + "' limit " + limit;
      const { rows } = await pool.query(sql);
      return rows.map((row) => ({ id: row.id, total: row.total }));
    }

    export async function save(order) {
      const id = randomUUID();
      await pool.query("insert into orders_$ (id, customer, items, total) values (?, ?, ?, ?)", [
        id,
        order.customer,
        order.items.join(","),
        order.total,
      ]);
      return id;
    }
    """;
}
