package crm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.dto.ContactDto;
import crm.dto.ContactMapper;
import crm.model.Contact;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

public class CrmHandler implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Audit audit = new Audit();

  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    ContactDto dto;
    try {
      dto = mapper.readValue(event.getBody(), ContactDto.class);
    } catch (Exception e) {
      return 400;
    }
    Contact contact = ContactMapper.INSTANCE.toContact(dto);
    audit.name(contact.getName());
    audit.id(contact.getId());
    audit.level(contact.getLevel());
    Contact fresh = new Contact();
    fresh.setName(dto.getName());
    fresh.setName("unknown");
    audit.constant(fresh.getName());
    TreeMap<String, String> sorted = new TreeMap<>(dto.getLabels());
    audit.key(sorted.firstKey());
    for (Map.Entry<String, String> e : sorted.entrySet()) {
      audit.value(e.getValue());
    }
    Consumer<String> sink = audit::consumer;
    dto.getLabels().values().forEach(sink);
    List<ContactDto> others = dto.getOthers();
    others.sort(Comparator.comparing(ContactDto::getName));
    for (int i = 0; i < others.size(); i++) {
      ContactDto other = others.get(i);
      audit.other(other.getName());
      audit.id(other.getId());
    }
    StringBuilder sb = new StringBuilder();
    sb.append(dto.getName());
    sb.delete(0, sb.length());
    sb.append("clean");
    audit.constant(sb.toString());
    String note = dto.getNote();
    note = note.isEmpty() ? "none" : "some";
    audit.constant(note);
    String[] pair = {dto.getName(), "b"};
    audit.constant(pair[1]);
    audit.pair(pair[0]);
    return 200;
  }
}
