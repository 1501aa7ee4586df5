package dev.slguard.rules.language;

import java.util.List;

/** The violation, one case a {@link Kind}. */
public sealed interface Match {
  /** The kind of rule that states its violation so. */
  Kind kind();

  /** The name of the subject: the resource, trigger or carrier of the policy. */
  String name();

  /** A condition on something that a template deploys. */
  record OfTemplate(Subject subject, String name, Condition condition) implements Match {
    @Override
    public Kind kind() {
      return Kind.TEMPLATE;
    }
  }

  /**
   * A condition on one statement of a policy document.
   *
   * @param policies which documents
   * @param carriers types of the resources that carry the document; all if empty
   * @param name of the carrier
   * @param carrier condition on the carrier
   * @param statementName of the statement
   */
  record OfStatement(List<PolicyRole> policies, List<String> carriers, String name, Condition carrier,
      String statementName, Condition statement) implements Match {
    public OfStatement {
      policies = List.copyOf(policies);
      carriers = List.copyOf(carriers);
    }

    @Override
    public Kind kind() {
      return Kind.IAM;
    }
  }

  /**
   * A flow of one of these categories.
   *
   * @param categories kinds of harm, as model files name them
   * @param name of the flow, with source, sink, function, trigger, trust, authenticated, label, weight and confidence
   */
  record OfFlow(List<String> categories, String name, Condition condition) implements Match {
    public OfFlow {
      categories = List.copyOf(categories);
    }

    @Override
    public Kind kind() {
      return Kind.TAINT;
    }
  }

  /**
   * A principal that all its policies together let become more than it is.
   *
   * @param ways kinds of escalation methods, and {@code chain} for those by way of other principals
   * @param name of the grant, with principal, kind, methods, actions, resource, says, policy, certain and conditional
   */
  record OfPrincipal(List<String> ways, String name, Condition condition) implements Match {
    public OfPrincipal {
      ways = List.copyOf(ways);
    }

    @Override
    public Kind kind() {
      return Kind.IAM;
    }
  }

  /**
   * Something wrong or doubtful in how a policy document is written.
   *
   * @param problems kinds of problems, as {@code PolicyProblem.Kind} names them; {@code error} is all that AWS refuses
   * @param name of the problem, with kind, message and policy
   */
  record OfProblem(List<String> problems, String name, Condition condition) implements Match {
    public OfProblem {
      problems = List.copyOf(problems);
    }

    @Override
    public Kind kind() {
      return Kind.IAM;
    }
  }

  /**
   * A difference between a role and what the pulled account says of it.
   *
   * @param differences {@code beyond}: the deployed role may do more than the template says; {@code behind}: less;
   *     {@code trust}: more may assume it; {@code unused}: it never used what it may do
   * @param name of the difference, with principal, kind, deployed, account, as-of, says, actions, resources, services and since
   */
  record OfAccount(List<String> differences, String name, Condition condition) implements Match {
    public OfAccount {
      differences = List.copyOf(differences);
    }

    @Override
    public Kind kind() {
      return Kind.IAM;
    }
  }

  /** What a template rule is asked of. */
  sealed interface Subject {
    /** Every resource of one of these types; {@code *} is any. */
    record Resources(List<String> types) implements Subject {
      public Resources {
        types = List.copyOf(types);
      }
    }

    /**
     * Every trigger, with shape, method, path, api, authorization, exposure, source and target, and in feedback the permissions
     * by which the target may write to the source.
     */
    record Triggers() implements Subject {}

    /** Every function, its resource's properties joined by runtime, code, role and triggers. */
    record Functions() implements Subject {}

    /** Every parameter, with name, type, default, noEcho and allowedValues. */
    record Parameters() implements Subject {}
  }

  /** What a policy document does. */
  enum PolicyRole {
    /** Says what its holder may do. */
    IDENTITY,
    /** Says who may assume a role. */
    TRUST,
    /** Says who may use the resource that carries it. */
    RESOURCE
  }
}
