package crm.dto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.AllArgsConstructor;
import lombok.Data;
import lombok.NoArgsConstructor;

@Data
@NoArgsConstructor
@AllArgsConstructor
public class ContactDto {
  private Long id;
  private String name;
  private String note;
  private String level;
  private Map<String, String> labels = new HashMap<>();
  private List<ContactDto> others = new ArrayList<>();
}
