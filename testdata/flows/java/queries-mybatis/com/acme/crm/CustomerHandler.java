package com.acme.crm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

// slguard:trigger SQS
public class CustomerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final ObjectMapper json = new ObjectMapper();
  private SqlSessionFactory sessions;

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      try (SqlSession session = sessions.openSession()) {
        JsonNode body = json.readTree(message.getBody());
        CustomerMapper mapper = session.getMapper(CustomerMapper.class);
        mapper.byEmail(body.get("email").asText()); // slguard:safe bound
        mapper.sorted(body.get("sort").asText()); // slguard:expect sql-injection
        mapper.remove(body.path("name").textValue()); // slguard:expect sql-injection
        mapper.note(body.get("id").asLong(), body.get("note").asText()); // slguard:safe bound
        session.selectOne("com.acme.crm.byName", body.get("name").asText()); // slguard:safe a parameter
        mapper.sorted(body.get("sort").asInt() == 1 ? "name" : "email"); // slguard:safe
      } catch (JsonProcessingException e) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
