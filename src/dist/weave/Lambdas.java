import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the lambdas and method references of a class and its nested classes in one class beside them. Java spins one hidden class for
 * each lambda; an AOT cache holds them, but every one is loaded and linked at each start (about 10 microseconds of CPU, used or not), and
 * the program has 1,700. The meaning stays the same (java.lang.invoke.LambdaMetafactory), only that a lambda without captured
 * values is a new object each time.
 */
final class Lambdas {
  private static final ClassDesc FACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
  private static final int NESTS = 55;

  private final ClassFile files;
  private final Map<String, ClassModel> models;
  private final Map<ClassDesc, List<Group>> groups = new TreeMap<>(
      (a, b) -> a.descriptorString().compareTo(b.descriptorString()));
  private int count;

  Lambdas(ClassFile files, Map<String, ClassModel> models) {
    this.files = files;
    this.models = models;
  }

  int count() {
    return count;
  }

  int classes() {
    return groups.values().stream().mapToInt(List::size).sum();
  }

  private record Signature(String name, String type) {}

  /** One lambda: what it captures, the method that it is, the method that it calls. */
  private record Lambda(int id, MethodTypeDesc factory, Signature method, MethodTypeDesc erased, MethodTypeDesc exact,
      DirectMethodHandleDesc target) {}

  private static final class Group {
    final ClassDesc self;
    final ClassDesc host;
    final Set<ClassDesc> interfaces = new LinkedHashSet<>();
    final Set<Signature> defaults = new HashSet<>();
    final Set<Signature> abstracts = new HashSet<>();
    final List<Lambda> lambdas = new ArrayList<>();

    Group(ClassDesc self, ClassDesc host) {
      this.self = self;
      this.host = host;
    }
  }

  /** The class with its lambdas replaced by calls into the class of its nest's lambdas. */
  byte[] without(byte[] bytes) {
    ClassModel model = files.parse(bytes);
    boolean any = model.methods().stream().anyMatch(method -> method.code().isPresent() && method.code().get()
        .elementStream().anyMatch(element -> element instanceof InvokeDynamicInstruction call && isLambda(call)));
    if (!any) {
      return bytes;
    }
    ClassDesc host = model.findAttribute(java.lang.classfile.Attributes.nestHost())
        .map(attribute -> attribute.nestHost().asSymbol()).orElse(model.thisClass().asSymbol());
    CodeTransform code = (builder, element) -> replace(builder, element, host);
    return files.transformClass(model, ClassTransform.transformingMethods(MethodTransform.transformingCode(code)));
  }

  /** The host with the classes of its lambdas among its nest's members. */
  byte[] withMembers(byte[] bytes) {
    ClassModel model = files.parse(bytes);
    List<Group> added = groups.getOrDefault(model.thisClass().asSymbol(), List.of());
    if (added.isEmpty()) {
      return bytes;
    }
    List<ClassDesc> members = new ArrayList<>();
    model.findAttribute(java.lang.classfile.Attributes.nestMembers())
        .ifPresent(attribute -> attribute.nestMembers().forEach((ClassEntry entry) -> members.add(entry.asSymbol())));
    added.forEach(group -> members.add(group.self));
    return files.transformClass(model, new ClassTransform() {
      @Override
      public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof java.lang.classfile.ClassFileVersion version && version.majorVersion() < NESTS) {
          builder.withVersion(NESTS, 0);
        } else if (!(element instanceof NestMembersAttribute)) {
          builder.with(element);
        }
      }

      @Override
      public void atEnd(ClassBuilder builder) {
        builder.with(NestMembersAttribute.ofSymbols(members));
      }
    });
  }

  /** The classes made, by name of their entry in the jar. */
  Map<String, byte[]> made() {
    Map<String, byte[]> result = new LinkedHashMap<>();
    groups.values().forEach(all -> all.forEach(group -> result.put(entry(group.self), bytes(group))));
    return result;
  }

  private static String entry(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }

  private static boolean isLambda(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().equals(FACTORY) && bootstrap.methodName().equals("metafactory");
  }

  private void replace(CodeBuilder builder, CodeElement element, ClassDesc host) {
    if (element instanceof InvokeDynamicInstruction call && isLambda(call)) {
      List<ConstantDesc> arguments = call.bootstrapArgs();
      MethodTypeDesc erased = (MethodTypeDesc) arguments.get(0);
      var target = (DirectMethodHandleDesc) arguments.get(1);
      MethodTypeDesc exact = (MethodTypeDesc) arguments.get(2);
      MethodTypeDesc factory = call.typeSymbol();
      var method = new Signature(call.name().stringValue(), erased.descriptorString());
      Group group = group(host, factory.returnType());
      var lambda = new Lambda(group.lambdas.size(), factory, method, erased, exact, target);
      group.lambdas.add(lambda);
      builder.invokestatic(group.self, "of" + lambda.id(), factory);
      count++;
      return;
    }
    builder.with(element);
  }

  /** The host's class that implements the interface, or can come to do so without a default method of one interface meeting a method of another. */
  private Group group(ClassDesc host, ClassDesc type) {
    List<Group> all = groups.computeIfAbsent(host, _ -> new ArrayList<>());
    Set<Signature> defaults = new HashSet<>();
    Set<Signature> abstracts = new HashSet<>();
    boolean known = methods(type, defaults, abstracts);
    for (Group group : all) {
      if (group.interfaces.contains(type)) {
        return group;
      }
      if (known && java.util.Collections.disjoint(group.defaults, defaults)
          && java.util.Collections.disjoint(group.defaults, abstracts)
          && java.util.Collections.disjoint(group.abstracts, defaults)) {
        group.interfaces.add(type);
        group.defaults.addAll(defaults);
        group.abstracts.addAll(abstracts);
        return group;
      }
    }
    String name = entry(host).replace('/', '.').replaceAll("\\.class$", "") + "$$Lambdas"
        + (all.isEmpty() ? "" : all.size());
    var group = new Group(ClassDesc.of(name), host);
    group.interfaces.add(type);
    group.defaults.addAll(defaults);
    group.abstracts.addAll(abstracts);
    all.add(group);
    return group;
  }

  /** Collects the instance methods of an interface; false if it or a parent of it is not at hand. */
  private boolean methods(ClassDesc type, Set<Signature> defaults, Set<Signature> abstracts) {
    ClassModel model = models.get(entry(type));
    if (model != null) {
      boolean known = true;
      for (MethodModel method : model.methods()) {
        if (!method.flags().has(AccessFlag.STATIC)) {
          var signature = new Signature(method.methodName().stringValue(), method.methodType().stringValue());
          (method.flags().has(AccessFlag.ABSTRACT) ? abstracts : defaults).add(signature);
        }
      }
      for (ClassEntry parent : model.interfaces()) {
        known &= methods(parent.asSymbol(), defaults, abstracts);
      }
      return known;
    }
    try {
      for (Method method : Class.forName(entry(type).replace('/', '.').replaceAll("\\.class$", "")).getMethods()) {
        if (!Modifier.isStatic(method.getModifiers())) {
          MethodTypeDesc descriptor = java.lang.invoke.MethodType
              .methodType(method.getReturnType(), method.getParameterTypes()).describeConstable().orElseThrow();
          (Modifier.isAbstract(method.getModifiers()) ? abstracts : defaults)
              .add(new Signature(method.getName(), descriptor.descriptorString()));
        }
      }
      return true;
    } catch (ClassNotFoundException unknown) {
      return false;
    }
  }

  private byte[] bytes(Group group) {
    int most = group.lambdas.stream().mapToInt(lambda -> lambda.factory().parameterCount()).max().orElse(0);
    return files.build(group.self, builder -> {
      builder.withVersion(NESTS, 0).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
          .withSuperclass(ConstantDescs.CD_Object).withInterfaceSymbols(List.copyOf(group.interfaces))
          .with(NestHostAttribute.of(group.host)).withField("id", ConstantDescs.CD_int, ClassFile.ACC_PRIVATE);
      for (int i = 0; i < most; i++) {
        builder.withField("value" + i, ConstantDescs.CD_Object, ClassFile.ACC_PRIVATE);
      }
      builder.withMethodBody(ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int),
          ClassFile.ACC_PRIVATE,
          code -> code.aload(0)
              .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void))
              .aload(0).iload(1).putfield(group.self, "id", ConstantDescs.CD_int).return_());
      Map<Signature, List<Lambda>> byMethod = new LinkedHashMap<>();
      for (Lambda lambda : group.lambdas) {
        builder.withMethodBody("of" + lambda.id(), lambda.factory(), ClassFile.ACC_STATIC,
            code -> factory(code, group, lambda));
        byMethod.computeIfAbsent(lambda.method(), _ -> new ArrayList<>()).add(lambda);
      }
      byMethod.forEach((method, lambdas) -> builder.withMethodBody(method.name(),
          MethodTypeDesc.ofDescriptor(method.type()), ClassFile.ACC_PUBLIC, code -> dispatch(code, group, lambdas)));
    });
  }

  private static void factory(CodeBuilder code, Group group, Lambda lambda) {
    code.new_(group.self).dup().loadConstant(lambda.id()).invokespecial(group.self, ConstantDescs.INIT_NAME,
        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
    for (int i = 0; i < lambda.factory().parameterCount(); i++) {
      ClassDesc type = lambda.factory().parameterType(i);
      code.dup().loadLocal(java.lang.classfile.TypeKind.from(type), code.parameterSlot(i));
      adapt(code, type, ConstantDescs.CD_Object);
      code.putfield(group.self, "value" + i, ConstantDescs.CD_Object);
    }
    code.areturn();
  }

  private static void dispatch(CodeBuilder code, Group group, List<Lambda> lambdas) {
    List<SwitchCase> cases = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (Lambda lambda : lambdas) {
      labels.add(code.newLabel());
      cases.add(SwitchCase.of(lambda.id(), labels.getLast()));
    }
    Label other = code.newLabel();
    if (lambdas.size() > 1) {
      code.aload(0).getfield(group.self, "id", ConstantDescs.CD_int).lookupswitch(other, cases);
    }
    for (int i = 0; i < lambdas.size(); i++) {
      code.labelBinding(labels.get(i));
      call(code, group, lambdas.get(i));
    }
    if (lambdas.size() > 1) {
      code.labelBinding(other).aconst_null().athrow();
    }
  }

  private static void call(CodeBuilder code, Group group, Lambda lambda) {
    DirectMethodHandleDesc target = lambda.target();
    boolean constructs = target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    MethodTypeDesc invocation = target.invocationType();
    if (constructs) {
      code.new_(target.owner()).dup();
    }
    int at = 0;
    for (int i = 0; i < lambda.factory().parameterCount(); i++) {
      code.aload(0).getfield(group.self, "value" + i, ConstantDescs.CD_Object);
      ClassDesc type = lambda.factory().parameterType(i);
      adapt(code, ConstantDescs.CD_Object, type);
      adapt(code, type, invocation.parameterType(at++));
    }
    for (int i = 0; i < lambda.erased().parameterCount(); i++) {
      ClassDesc given = lambda.erased().parameterType(i);
      ClassDesc exact = lambda.exact().parameterType(i);
      code.loadLocal(java.lang.classfile.TypeKind.from(given), code.parameterSlot(i));
      adapt(code, given, exact);
      adapt(code, exact, invocation.parameterType(at++));
    }
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(target.lookupDescriptor());
    switch (target.kind()) {
      case STATIC, INTERFACE_STATIC ->
        code.invokestatic(target.owner(), target.methodName(), type, target.isOwnerInterface());
      case CONSTRUCTOR -> code.invokespecial(target.owner(), ConstantDescs.INIT_NAME, type);
      // A private method of the host: within a nest it is called like any other.
      case VIRTUAL, SPECIAL -> code.invokevirtual(target.owner(), target.methodName(), type);
      case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(target.owner(), target.methodName(), type);
      default -> throw new IllegalStateException("a lambda of an unknown kind");
    }
    ClassDesc given = constructs ? target.owner() : type.returnType();
    ClassDesc wanted = lambda.erased().returnType();
    if (wanted.equals(ConstantDescs.CD_void)) {
      if (!given.equals(ConstantDescs.CD_void)) {
        if (java.lang.classfile.TypeKind.from(given).slotSize() == 2) {
          code.pop2();
        } else {
          code.pop();
        }
      }
      code.return_();
    } else {
      adapt(code, given, lambda.exact().returnType());
      adapt(code, lambda.exact().returnType(), wanted);
      code.return_(java.lang.classfile.TypeKind.from(wanted));
    }
  }

  /** Boxing, unboxing, widening and casts, as LambdaMetafactory lists them. */
  private static void adapt(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (from.equals(to)) {
      return;
    }
    if (from.isPrimitive() && to.isPrimitive()) {
      code.conversion(java.lang.classfile.TypeKind.from(from), java.lang.classfile.TypeKind.from(to));
    } else if (from.isPrimitive()) {
      ClassDesc box = Weave.box(from);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
    } else if (to.isPrimitive()) {
      ClassDesc box = primitive(from).map(Weave::box).orElse(Weave.box(to));
      ClassDesc value = primitive(box).orElseThrow();
      if (!from.equals(box)) {
        code.checkcast(box);
      }
      code.invokevirtual(box, value.displayName() + "Value", MethodTypeDesc.of(value));
      adapt(code, value, to);
    } else if (!to.equals(ConstantDescs.CD_Object)) {
      code.checkcast(to);
    }
  }

  private static Optional<ClassDesc> primitive(ClassDesc box) {
    return List
        .of(ConstantDescs.CD_boolean, ConstantDescs.CD_byte, ConstantDescs.CD_char, ConstantDescs.CD_short,
            ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_float, ConstantDescs.CD_double)
        .stream().filter(type -> Weave.box(type).equals(box)).findFirst();
  }
}
