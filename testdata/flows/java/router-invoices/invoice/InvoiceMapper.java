package invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

final class InvoiceMapper {
    private static final ObjectMapper MAPPER =
        new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private InvoiceMapper() { }

    static Invoice fromJson(String json) {
        try {
            return MAPPER.readValue(json, Invoice.class);
        } catch (JsonProcessingException e) {
            throw new ValidationException("json");
        }
    }
}
