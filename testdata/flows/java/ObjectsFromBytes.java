import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.caucho.hessian.io.Hessian2Input;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

// slguard:trigger REST_API
public class ObjectsFromBytes implements RequestStreamHandler {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper OPEN = new ObjectMapper();

  static {
    OPEN.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
  }

  private final ObjectMapper narrow = JsonMapper.builder()
      .activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType("com.acme.model.").build())
      .build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    JsonNode event = PLAIN.readTree(input);
    String body = event.path("body").asText();
    byte[] bytes = Base64.getDecoder().decode(body);
    try {
      natives(bytes);
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
    libraries(bytes, body);
    texts(body);
    output.write("{}".getBytes());
  }

  private static void natives(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.readObject(); // slguard:expect deserialization
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.acme.*;!*"));
      in.readObject(); // slguard:safe
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.readInt(); // slguard:safe a number
    }
    ValidatingObjectInputStream checked = new ValidatingObjectInputStream(new ByteArrayInputStream(bytes));
    checked.accept(String.class, Integer.class);
    checked.readObject(); // slguard:safe
    SerializationUtils.deserialize(bytes); // slguard:expect deserialization
    new XMLDecoder(new ByteArrayInputStream(bytes)).readObject(); // slguard:expect deserialization
  }

  private static void libraries(byte[] bytes, String body) throws IOException {
    Kryo loose = new Kryo();
    loose.setRegistrationRequired(false);
    loose.readClassAndObject(new Input(bytes)); // slguard:expect deserialization
    Kryo strict = new Kryo();
    strict.register(Map.class);
    strict.readClassAndObject(new Input(bytes)); // slguard:safe registration is required by default
    XStream xstream = new XStream();
    xstream.addPermission(AnyTypePermission.ANY);
    xstream.fromXML(body); // slguard:expect deserialization
    XStream allowed = new XStream();
    allowed.allowTypes(new Class<?>[] {Holder.class});
    allowed.fromXML(body); // slguard:safe
    new Hessian2Input(new ByteArrayInputStream(bytes)).readObject(); // slguard:expect deserialization
  }

  private void texts(String body) throws IOException {
    PLAIN.readValue(body, Holder.class); // slguard:expect deserialization
    PLAIN.readValue(body, Plain.class); // slguard:safe
    OPEN.readValue(body, Plain.class); // slguard:expect deserialization
    narrow.readValue(body, Plain.class); // slguard:safe
    new Gson().fromJson(body, Plain.class); // slguard:safe
    new Yaml(new SafeConstructor(new LoaderOptions())).load(body); // slguard:safe
    LoaderOptions options = new LoaderOptions();
    options.setTagInspector(tag -> true);
    new Yaml(new Constructor(Plain.class, options)).load(body); // slguard:expect deserialization
  }

  static class Holder {
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public Object value;
  }

  static class Plain {
    public String name;
    public int count;
  }
}
