package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.Flow;
import dev.slguard.graph.Application;
import dev.slguard.source.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Java functions whose template names a class of a framework: what that runs is found, with the function's triggers. */
class FrameworkHandlersTest {
  private static final String SQL = "jdbc.queryForObject(\"select id from items where name = '\" + name + \"'\", String.class)";
  private static final String SAFE = "jdbc.queryForObject(\"select id from items where name = ?\", String.class, name)";

  private static String template(String handler, String environment) {
    return """
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: app
            Handler: %s
            Runtime: java21
            Environment: {Variables: {%s}}
            Events: {Web: {Type: HttpApi, Properties: {Path: "/{proxy+}", Method: ANY}}}
      """.formatted(handler, environment);
  }

  private static Application read(String template, String... files) {
    var all = new LinkedHashMap<String, String>();
    all.put("template.yaml", template);
    for (int i = 0; i < files.length; i += 2) {
      all.put("app/src/main/java/com/acme/" + files[i], "package com.acme;\n" + files[i + 1]);
    }
    return new TemporaryProject(languages -> ModelFiles.of(Set.copyOf(languages))).read(all);
  }

  private static List<String> flows(Application application) {
    assertThat(application.code().unread()).isZero();
    assertThat(application.code().flows()).allSatisfy(flow -> {
      assertThat(flow.entry().function()).contains("F");
      assertThat(flow.entry().trigger()).isPresent();
    });
    return application.code().flows().stream().map(FrameworkHandlersTest::shown).distinct().toList();
  }

  private static String shown(Flow flow) {
    String file = flow.sink().at().file();
    return flow.category() + ' ' + file.substring(file.lastIndexOf('/') + 1) + ':' + flow.sink().at().line();
  }

  private static String beans() {
    return """
      import java.util.function.Function;
      import org.springframework.context.annotation.Bean;
      import org.springframework.context.annotation.Configuration;
      import org.springframework.jdbc.core.JdbcTemplate;
      @Configuration
      public class Beans {
        private final JdbcTemplate jdbc;
        Beans(JdbcTemplate jdbc) { this.jdbc = jdbc; }
        @Bean public Function<String, String> search() { return name -> %s; }
        @Bean public Function<String, String> find() { return name -> %s; }
        @Bean public JdbcTemplate template() { return jdbc; }
      }
      """.formatted(SQL, SAFE);
  }

  @Test
  void function_invoker_runs_the_bean_that_the_environment_names() {
    String invoker = "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";
    String bean = "Beans.java";
    assertThat(flows(
        read(template(invoker, "SPRING_CLOUD_FUNCTION_DEFINITION: search, MAIN_CLASS: com.acme.Beans"), bean, beans())))
        .containsExactly("sql-injection Beans.java:10");
    assertThat(flows(read(template(invoker, "SPRING_CLOUD_FUNCTION_DEFINITION: find"), bean, beans()))).isEmpty();
    assertThat(flows(read(template(invoker, "MAIN_CLASS: com.acme.Beans"), bean, beans())))
        .containsExactly("sql-injection Beans.java:10");
  }

  @Test
  void function_invoker_runs_a_class_that_is_a_function() {
    String invoker = "org.springframework.cloud.function.adapter.aws.FunctionInvoker";
    assertThat(flows(read(template(invoker, "SPRING_CLOUD_FUNCTION_DEFINITION: search"), "Search.java", """
      import java.util.function.Function;
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.stereotype.Component;
      @Component
      public class Search implements Function<String, String> {
        private final JdbcTemplate jdbc;
        public Search(JdbcTemplate jdbc) { this.jdbc = jdbc; }
        @Override
        public String apply(String name) {
          return %s;
        }
      }
      """.formatted(SQL)))).containsExactly("sql-injection Search.java:11");
  }

  @Test
  void quarkus_runs_the_named_request_handler() {
    String quarkus = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    String handler = """
      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
      import jakarta.inject.Inject;
      import jakarta.inject.Named;
      import org.springframework.jdbc.core.JdbcTemplate;
      @Named("%s")
      public class %s implements RequestHandler<APIGatewayV2HTTPEvent, String> {
        @Inject JdbcTemplate jdbc;
        @Override
        public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
          String name = event.getQueryStringParameters().get("name");
          return %s;
        }
      }
      """;
    assertThat(flows(read(template(quarkus, "QUARKUS_LAMBDA_HANDLER: search"), "A.java",
        handler.formatted("search", "A", SQL), "B.java", handler.formatted("other", "B", SQL))))
        .containsExactly("sql-injection A.java:14");
  }

  @Test
  void micronaut_runs_the_controllers() {
    String micronaut = "io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction";
    assertThat(flows(read(template(micronaut, ""), "Items.java", """
      import io.micronaut.http.annotation.*;
      import org.springframework.jdbc.core.JdbcTemplate;
      @Controller("/items")
      public class Items {
        private final JdbcTemplate jdbc;
        public Items(JdbcTemplate jdbc) { this.jdbc = jdbc; }
        @Get("/{name}")
        public String byName(@PathVariable String name) {
          return %s;
        }
        @Get("/safe/{name}")
        public String safe(@PathVariable String name) {
          return %s;
        }
      }
      """.formatted(SQL, SAFE)))).containsExactly("sql-injection Items.java:10");
  }

  @Test
  void own_stream_handler_hands_requests_to_the_controllers() {
    assertThat(flows(read(template("com.acme.StreamLambdaHandler::handleRequest", ""), "StreamLambdaHandler.java", """
      import com.amazonaws.serverless.exceptions.ContainerInitializationException;
      import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
      import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
      import com.amazonaws.serverless.proxy.spring.SpringBootLambdaContainerHandler;
      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
      import java.io.IOException;
      import java.io.InputStream;
      import java.io.OutputStream;
      public class StreamLambdaHandler implements RequestStreamHandler {
        private static SpringBootLambdaContainerHandler<AwsProxyRequest, AwsProxyResponse> handler;
        static {
          try {
            handler = SpringBootLambdaContainerHandler.getAwsProxyHandler(Application.class);
          } catch (ContainerInitializationException e) {
            throw new RuntimeException("Could not initialize", e);
          }
        }
        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
          handler.proxyStream(input, output, context);
        }
      }
      """, "Application.java", "public class Application {}", "ItemController.java", """
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.web.bind.annotation.*;
      @RestController
      @RequestMapping("/items")
      public class ItemController {
        private final ItemService service;
        public ItemController(ItemService service) { this.service = service; }
        @GetMapping("/{name}")
        public String byName(@PathVariable("name") String name, @RequestParam(defaultValue = "1") int page) {
          return service.byName(name, page);
        }
        @PostMapping
        public String create(@RequestBody Item item) {
          return service.create(item);
        }
        public record Item(String name, int price) {}
      }
      """, "ItemService.java", """
      import org.springframework.jdbc.core.JdbcTemplate;
      import org.springframework.stereotype.Service;
      @Service
      public class ItemService {
        private final JdbcTemplate jdbc;
        public ItemService(JdbcTemplate jdbc) { this.jdbc = jdbc; }
        String byName(String name, int page) {
          jdbc.execute("select 1 from items limit " + page);
          return %s;
        }
        String create(ItemController.Item item) {
          jdbc.update("insert into items values (?, ?)", item.name(), item.price());
          jdbc.execute("insert into prices values (" + item.price() + ")");
          jdbc.execute("insert into names values ('" + item.name() + "')");
          return "created";
        }
      }
      """.formatted(SQL)))).containsExactly("sql-injection ItemService.java:10", "sql-injection ItemService.java:15");
  }

  @Test
  void a_framework_handler_that_runs_nothing_here_is_named() {
    var application = read(template("io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest", ""),
        "A.java", "public class A {}");
    assertThat(application.code().diagnostics()).extracting(Diagnostic::message)
        .anySatisfy(message -> assertThat(message).contains("the code of function 'F' is not read"));
  }

  private static List<String> withSettings(String handler, String environment, String settings, String text,
      String source, String code) {
    var all = new LinkedHashMap<String, String>();
    all.put("template.yaml", template(handler, environment));
    all.put("app/src/main/resources/" + settings, text);
    all.put("app/src/main/java/com/acme/" + source, "package com.acme;\n" + code);
    return flows(new TemporaryProject(languages -> ModelFiles.of(Set.copyOf(languages))).read(all));
  }

  @Test
  void settings_name_the_bean_that_runs() {
    String invoker = "org.springframework.cloud.function.adapter.aws.FunctionInvoker";
    String none = "MAIN_CLASS: com.acme.Beans";
    String search = "sql-injection Beans.java:10";
    assertThat(withSettings(invoker, none, "application.properties", "spring.cloud.function.definition=find",
        "Beans.java", beans())).isEmpty();
    assertThat(withSettings(invoker, none, "application.properties", "spring.cloud.function.definition = search\n",
        "Beans.java", beans())).containsExactly(search);
    assertThat(withSettings(invoker, none, "application.yml", """
      spring:
        cloud:
          function: {definition: find}
      ---
      spring.config.activate.on-profile: local
      spring.cloud.function.definition: search
      """, "Beans.java", beans())).isEmpty();
    assertThat(withSettings(invoker, none, "application.yml", "spring.cloud.function.definition: ${BEAN:search}",
        "Beans.java", beans())).containsExactly(search);
    assertThat(withSettings(invoker, "BEAN: find", "application.yml",
        "spring.cloud.function.definition: ${BEAN:search}", "Beans.java", beans())).isEmpty();
  }

  @Test
  void the_environment_counts_more_than_settings() {
    assertThat(withSettings("org.springframework.cloud.function.adapter.aws.FunctionInvoker",
        "SPRING_CLOUD_FUNCTION_DEFINITION: search", "application.properties", "spring.cloud.function.definition=find",
        "Beans.java", beans())).containsExactly("sql-injection Beans.java:10");
  }

  @Test
  void settings_of_quarkus_name_the_handler_of_the_deployed_profile() {
    String quarkus = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    String code = """
      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
      import jakarta.inject.Inject;
      import jakarta.inject.Named;
      import org.springframework.jdbc.core.JdbcTemplate;
      @Named("search")
      public class Search implements RequestHandler<APIGatewayV2HTTPEvent, String> {
        @Inject JdbcTemplate jdbc;
        @Override
        public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
          String name = event.getQueryStringParameters().get("name");
          return %s;
        }
      }
      """.formatted(SQL);
    assertThat(withSettings(quarkus, "", "application.properties",
        "quarkus.lambda.handler=other\n%prod.quarkus.lambda.handler=search\n", "Search.java", code)).hasSize(1);
  }

  @Test
  void broken_settings_are_said_and_left_out() {
    String invoker = "org.springframework.cloud.function.adapter.aws.FunctionInvoker";
    var all = new LinkedHashMap<String, String>();
    all.put("template.yaml", template(invoker, ""));
    all.put("app/src/main/resources/application.properties", "a=\\u12");
    all.put("app/src/main/java/com/acme/Beans.java", "package com.acme;\n" + beans());
    Application application = new TemporaryProject(languages -> ModelFiles.of(Set.copyOf(languages))).read(all);
    assertThat(flows(application)).containsExactly("sql-injection Beans.java:10");
    assertThat(application.diagnostics()).extracting(Diagnostic::message)
        .anyMatch(message -> message.startsWith("these settings cannot be read"));
  }
}
