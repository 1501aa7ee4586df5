package com.acme.more;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// slguard:trigger REST_API authenticated
public class Directory implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
  private static volatile SessionFactory factory;

  public static class Member {
    @NotNull
    @Size(max = 100)
    private String name;

    @Email
    private String email;

    private Integer age;

    public String getName() {
      return name;
    }

    public String getEmail() {
      return email;
    }

    public Integer getAge() {
      return age;
    }
  }

  private static SessionFactory factory() {
    if (factory == null) {
      Configuration configuration = new Configuration().addAnnotatedClass(Member.class);
      configuration.setProperty("hibernate.connection.url", System.getenv("JDBC_URL"));
      configuration.setProperty("hibernate.connection.password", System.getenv("JDBC_PASSWORD"));
      factory = configuration.buildSessionFactory();
    }
    return factory;
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Request-Id", context.getAwsRequestId());
    try (Session session = factory().openSession()) {
      if ("POST".equals(event.getHttpMethod())) {
        Member member = MAPPER.readValue(event.getBody(), Member.class);
        Set<ConstraintViolation<Member>> violations = VALIDATOR.validate(member);
        if (!violations.isEmpty()) {
          String fields = violations.stream().map(v -> v.getPropertyPath().toString()).sorted().collect(Collectors.joining(", "));
          return new APIGatewayProxyResponseEvent().withStatusCode(422).withHeaders(headers).withBody("{\"fields\":\"" + fields + "\"}");
        }
        session.persist(member); // slguard:safe
        LOG.info("Added a member of age {}", member.getAge()); // slguard:safe
        return new APIGatewayProxyResponseEvent().withStatusCode(201).withHeaders(headers).withBody(MAPPER.writeValueAsString(member)); // slguard:safe
      }
      String like = "%" + event.getQueryStringParameters().getOrDefault("q", "") + "%";
      List<Member> found = session.createQuery("from Member m where m.name like :q order by m.name", Member.class).setParameter("q", like).setMaxResults(50).list(); // slguard:safe
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(headers).withBody(MAPPER.writeValueAsString(found)); // slguard:safe
    } catch (JsonProcessingException e) {
      LOG.debug("Malformed request", e); // slguard:safe
      return new APIGatewayProxyResponseEvent().withStatusCode(400).withHeaders(headers).withBody("{\"message\":\"Malformed JSON\"}");
    }
  }
}
