package dev.slguard.template.cloudformation;

import dev.slguard.source.SortedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What Ref and Fn::GetAtt give for each type of CloudFormation, and the form of its ARN; embedded data of AWS. */
public final class ResourceTypes {
  private ResourceTypes() {}

  /**
   * One type.
   *
   * @param reference properties that Ref gives: one, or several joined by {@code |}
   * @param arnAttribute the attribute that is the ARN: {@code Arn}, {@code TopicArn}
   * @param arn the ARN behind {@code arn:PARTITION:}, R and A for region and account, names of properties in
   *     <code>${…}</code>: {@code lambda:R:A:function:${FunctionName}}
   */
  public record Type(List<String> reference, Optional<String> arnAttribute, Optional<String> arn) {
    /** Whether Ref gives the ARN itself, as it does for a topic. */
    public boolean refIsArn() {
      return reference.size() == 1 && arnAttribute.filter(reference.getFirst()::equals).isPresent();
    }

    /** Whether {@code attribute} ({@code ""} for Ref) is the ARN. */
    public boolean isArn(String attribute) {
      return attribute.isEmpty() ? refIsArn() : arnAttribute.filter(attribute::equals).isPresent();
    }
  }

  /** Loaded when first asked for. */
  private static final class Loaded {
    private static final SortedLines LINES = load();

    private static SortedLines load() {
      try (InputStream in = ResourceTypes.class.getResourceAsStream("resource-types.txt")) {
        if (in == null) {
          throw new IllegalStateException("embedded file resource-types.txt is missing");
        }
        return new SortedLines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The type {@code name} ({@code AWS::SNS::Topic}); empty for custom resources and what is newer than the data. */
  public static Optional<Type> of(String name) {
    return Loaded.LINES.find(name).map(line -> {
      String[] fields = line.split(" ", -1);
      return new Type(fields[0].equals("-") ? List.of() : List.of(fields[0].split("\\|")), given(fields[1]),
          given(fields[2]));
    });
  }

  private static Optional<String> given(String field) {
    return field.equals("-") ? Optional.empty() : Optional.of(field);
  }
}
