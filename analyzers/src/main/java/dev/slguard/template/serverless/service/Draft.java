package dev.slguard.template.serverless.service;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes generated template nodes, all of them at the one place from which the author made them. */
public record Draft(Span at) {

  /** A draft at the place of {@code tree}. */
  public static Draft of(Tree tree) {
    return new Draft(tree.at());
  }

  /** A text. */
  public Tree.Scalar text(String text) {
    return Tree.Scalar.text(text, at);
  }

  /** A whole number. */
  public Tree.Scalar number(long number) {
    return new Tree.Scalar(Long.toString(number), Tree.Kind.NUMBER, at);
  }

  /** A truth value. */
  public Tree.Scalar flag(boolean flag) {
    return new Tree.Scalar(Boolean.toString(flag), Tree.Kind.BOOLEAN, at);
  }

  /** A list. */
  public Tree.Sequence list(List<? extends Tree> items) {
    return new Tree.Sequence(List.copyOf(items), at);
  }

  /** A list. */
  public Tree.Sequence list(Tree... items) {
    return new Tree.Sequence(List.of(items), at);
  }

  /** A list of texts. */
  public Tree.Sequence texts(String... texts) {
    var items = new ArrayList<Tree>();
    for (String text : texts) {
      items.add(text(text));
    }
    return new Tree.Sequence(items, at);
  }

  /** An object to be filled. */
  public Fields object() {
    return new Fields(this);
  }

  /** {@code Ref}. */
  public Tree.Mapping ref(String logicalId) {
    return object().put("Ref", logicalId).tree();
  }

  /** {@code Fn::GetAtt}. */
  public Tree.Mapping attribute(String logicalId, String attribute) {
    return object().put("Fn::GetAtt", texts(logicalId, attribute)).tree();
  }

  /** {@code Fn::Sub}. */
  public Tree.Mapping sub(String text) {
    return object().put("Fn::Sub", text).tree();
  }

  /** {@code Fn::Join} with {@code delimiter}. */
  public Tree.Mapping join(String delimiter, List<? extends Tree> parts) {
    return object().put("Fn::Join", list(text(delimiter), list(parts))).tree();
  }

  /** {@code Fn::Join} with {@code delimiter}. */
  public Tree.Mapping join(String delimiter, Tree... parts) {
    return join(delimiter, List.of(parts));
  }

  /** {@code parts} behind one another: a text where all of them are known, else a {@code Fn::Join}. */
  public Tree concat(Tree... parts) {
    var known = new StringBuilder();
    var joined = new ArrayList<Tree>();
    for (Tree part : parts) {
      if (part instanceof Tree.Scalar(String text, _, _)) {
        known.append(text);
      } else {
        if (!known.isEmpty()) {
          joined.add(text(known.toString()));
          known.setLength(0);
        }
        joined.add(part);
      }
    }
    if (joined.isEmpty()) {
      return text(known.toString());
    }
    if (!known.isEmpty()) {
      joined.add(text(known.toString()));
    }
    return join("", joined);
  }

  /** An ARN of this account and region, with the resource part {@code resource}: {@code arn:…:lambda:…:function:x}. */
  public Tree.Mapping arn(String service, Tree... resource) {
    var parts = new ArrayList<Tree>(List.of(text("arn:"), ref("AWS::Partition"), text(":" + service + ":"),
        ref("AWS::Region"), text(":"), ref("AWS::AccountId"), text(":")));
    parts.addAll(List.of(resource));
    return join("", parts);
  }

  /** The address under which API Gateway invokes the function {@code target}. */
  public Tree.Mapping invocation(Tree target) {
    return join("", text("arn:"), ref("AWS::Partition"), text(":apigateway:"), ref("AWS::Region"),
        text(":lambda:path/2015-03-31/functions/"), target, text("/invocations"));
  }

  /** An IAM statement that allows {@code actions} on {@code resources}. */
  public Tree.Mapping allow(List<String> actions, List<? extends Tree> resources) {
    return object().put("Effect", "Allow").put("Action", texts(actions.toArray(String[]::new)))
        .put("Resource", list(resources)).tree();
  }

  /** {@code Fn::Sub} of {@code before}, a name that may have unknown parts, and {@code after}. */
  public Tree.Mapping subAround(String before, Tree name, String after) {
    return name instanceof Tree.Scalar(String text, _, _)
        ? sub(before + text + after)
        : object().put("Fn::Sub", list(text(before + "${Name}" + after), object().put("Name", name).tree())).tree();
  }

  /** An object under construction. */
  public static final class Fields {
    private final Draft draft;
    private final LinkedHashMap<String, Tree.Entry> entries = new LinkedHashMap<>();

    private Fields(Draft draft) {
      this.draft = draft;
    }

    /** Adds a text. */
    public Fields put(String key, String text) {
      return put(key, draft.text(text));
    }

    /** Adds a value. */
    public Fields put(String key, Tree value) {
      entries.put(key, new Tree.Entry(draft.at, value));
      return this;
    }

    /** Adds a value where there is one. */
    public Fields put(String key, Optional<? extends Tree> value) {
      value.ifPresent(tree -> put(key, tree));
      return this;
    }

    /** Adds an entry with the place of its key. */
    public Fields put(String key, Tree.Entry entry) {
      entries.put(key, entry);
      return this;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
      return entries.isEmpty();
    }

    /** The object. */
    public Tree.Mapping tree() {
      return new Tree.Mapping(entries, draft.at);
    }
  }
}
