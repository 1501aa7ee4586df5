package dev.slguard.model;

import dev.slguard.source.FixedMap;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.SequencedMap;

/**
 * A template value after lowering and evaluation. {@link #at} is what the author wrote, even where lowering made the
 * value. Unknown never turns into a default.
 */
public sealed interface Value {
  /** The place the author wrote. */
  Span at();

  /** A known text, number, truth value or null, spelled as written; truth values in lower case, as CloudFormation hands them on. */
  record Scalar(String text, Tree.Kind kind, Span at) implements Value {
    /** A known text. */
    public static Scalar text(String text, Span at) {
      return new Scalar(text, Tree.Kind.TEXT, at);
    }
  }

  /**
   * Text with holes, as Fn::Sub and Fn::Join leave it; parts in order. A part is a Scalar, Reference, Unknown or Choice,
   * never a Text; neighbouring scalars are joined, and there are at least two parts.
   */
  record Text(List<Value> parts, Span at) implements Value {
    public Text {
      parts = List.copyOf(parts);
    }
  }

  /** A list whose length is known, but for items that are a {@link Choice} or an {@link Unknown} list. */
  record Listing(List<Value> items, Span at) implements Value {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** An object; entries in the order written, each with the place of its key. */
  record Mapping(SequencedMap<String, Value> entries, SequencedMap<String, Span> keys, Span at) implements Value {
    public Mapping {
      entries = FixedMap.copyOf(entries);
      keys = FixedMap.copyOf(keys);
    }

    /** The value under {@code key}; {@link Absent} at this mapping's place if there is none. */
    public Value get(String key) {
      Value value = entries.get(key);
      return value == null ? new Absent(at) : value;
    }

    /** The place of the key, else that of the whole mapping. */
    public Span keyAt(String key) {
      Span span = keys.get(key);
      return span == null ? at : span;
    }
  }

  /** Ref (attribute empty) or Fn::GetAtt of a resource in the same deployment. */
  record Reference(String logicalId, String attribute, Span at) implements Value {}

  /** Fn::If whose condition deployment decides: both arms, each under its own conditions. */
  record Choice(String condition, Value whenTrue, Value whenFalse, Span at) implements Value {}

  /**
   * Decided at deployment or not to be read offline.
   *
   * @param detail the name behind it: the parameter, pseudo parameter, export, variable or file
   */
  record Unknown(Origin origin, String detail, Span at) implements Value {}

  /** Not written, or AWS::NoValue; the place is that of the object that lacks it. */
  record Absent(Span at) implements Value {}

  /** Where an unknown value comes from. */
  enum Origin {
    /** A parameter without default. */
    PARAMETER,
    /** A parameter with NoEcho: a secret that must not appear in output, whatever its default. */
    SECRET_PARAMETER,
    /** AWS::AccountId, AWS::Region, AWS::Partition, AWS::StackName, AWS::StackId, AWS::URLSuffix; detail has the whole name. */
    PSEUDO,
    /** Fn::ImportValue or an output of a stack outside the scanned root; detail has the export's name where known. */
    IMPORT,
    /** A dynamic reference {@code {{resolve:…}}} or an SSM parameter type: read from a store at deployment. */
    DYNAMIC_REFERENCE,
    /** {@code ${env:…}}, {@code ${opt:…}} and other input of the deploying machine. */
    ENVIRONMENT,
    /** A file that is missing or outside the scanned root. */
    FILE,
    /** The result of a macro, custom resource or plugin that is not evaluated. */
    MACRO,
    /** Written in a way that cannot be evaluated; a diagnostic says why. */
    MALFORMED
  }
}
