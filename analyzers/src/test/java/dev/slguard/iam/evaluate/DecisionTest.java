package dev.slguard.iam.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.iam.simulate.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What AWS documents, sentence by sentence; {@code decisions.jsonl} has request, policies, answer, page and sentence. */
class DecisionTest {
  private static List<JsonObject> cases() throws IOException {
    return lines("decisions.jsonl");
  }

  private static List<JsonObject> lines(String file) throws IOException {
    return text(file).lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  private static String text(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(DecisionTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @TestFactory
  Stream<DynamicTest> decisions() throws IOException {
    return cases().stream().map(DecisionTest::test);
  }

  /** What the user guides of services show in their examples, each asked for what it lets through and what it stops. */
  @TestFactory
  Stream<DynamicTest> documented_examples() throws IOException {
    return lines("documented.jsonl").stream().map(DecisionTest::test);
  }

  private static DynamicTest test(JsonObject one) {
    return DynamicTest.dynamicTest(one.get("page").getAsString() + ": " + one.get("says").getAsString(), () -> {
      JsonObject answer = JsonParser.parseString(new Simulator().answer(one.toString(), "decisions.jsonl", 1))
          .getAsJsonObject();
      assertThat(answer.has("error")).as(answer.toString()).isFalse();
      if (one.has("expect")) {
        assertThat(answer.get("decision")).as(answer.toString()).isEqualTo(one.get("expect"));
      } else {
        assertThat(answer.get("some")).as(answer.toString()).isEqualTo(one.get("some"));
        assertThat(answer.get("all")).as(answer.toString()).isEqualTo(one.get("all"));
      }
    });
  }

  /** Generated requests on which an independent simulator agrees; src/it/iam-oracle makes them. */
  @Test
  void generated_requests_are_decided_as_before() throws IOException {
    var simulator = new Simulator();
    List<JsonObject> lines = lines("generated.jsonl");
    assertThat(lines).hasSizeGreaterThan(120);
    for (JsonObject one : lines) {
      String answer = simulator.answer(one.toString(), "generated.jsonl", 1);
      assertThat(JsonParser.parseString(answer).getAsJsonObject().get("decision")).as(one + " " + answer)
          .isEqualTo(one.get("expect"));
    }
  }

  /**
   * {@code sentences.tsv} has a key for each sentence on evaluation that AWS documents, and behind it, where no single request
   * shows what it says, the tests that do.
   */
  @Test
  void every_sentence_is_held_by_a_case_or_by_tests_of_its_own() throws Exception {
    List<JsonObject> cases = cases();
    Set<String> proved = cases.stream().map(one -> one.get("proves").getAsString()).collect(Collectors.toSet());
    var keys = new HashSet<String>();
    for (String line : text("sentences.tsv").lines().toList()) {
      String[] fields = line.split("\t", -1);
      assertThat(keys.add(fields[0])).as(line).isTrue();
      if (fields.length == 1) {
        assertThat(proved).contains(fields[0]);
      } else {
        for (String test : fields[1].split(" ", -1)) {
          assertThat(isTest(test)).as(line).isTrue();
        }
      }
    }
    assertThat(keys).hasSizeGreaterThan(170).containsAll(proved);
    assertThat(cases.stream().map(one -> one.get("says").getAsString())).doesNotHaveDuplicates();
    assertThat(cases).allSatisfy(one -> assertThat(one.get("page").getAsString()).isNotBlank());
  }

  private static boolean isTest(String name) throws ClassNotFoundException {
    int hash = name.indexOf('#');
    return Arrays.stream(Class.forName(name.substring(0, hash)).getDeclaredMethods())
        .anyMatch(method -> method.getName().equals(name.substring(hash + 1))
            && Stream.of(Test.class, ParameterizedTest.class, Property.class).anyMatch(method::isAnnotationPresent));
  }

  @Test
  void lines_that_are_no_request_are_answered_with_an_error() {
    var simulator = new Simulator();
    for (String line : List.of("", "[]", "{", "{\"id\":1}", "{\"request\":{\"action\":{}}}",
        "{\"request\":{\"action\":[]}}", "{\"request\":{\"action\":\"s3:x\",\"context\":[]}}",
        "{\"request\":{\"action\":\"s3:x\"},\"scps\":{}}", "[".repeat(5000))) {
      assertThat(simulator.answer(line, "requests.jsonl", 1)).as(line).contains("\"error\"");
    }
  }
}
