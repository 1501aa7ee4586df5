import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the built-in rules into code that makes them: a method a rule document, which calls the constructors of the records that the
 * rule language's reader made. The result is compared with what the reader makes of the text, so that the two cannot part.
 */
final class Freeze {
  private static final String RULES = "dev.slguard.rules.language.FrozenRules";
  private static final ClassDesc LIST = ClassDesc.of("java.util.List");
  private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");
  private static final MethodTypeDesc OF = MethodTypeDesc.of(OPTIONAL, ConstantDescs.CD_int);
  private static final int DOCUMENTS_A_CLASS = 24;

  private final ClassFile files = ClassFile.of();
  private final Class<?> library;

  /** @param program loads the classes of the program */
  Freeze(URLClassLoader program) throws ClassNotFoundException {
    library = program.loadClass("dev.slguard.rules.scan.Library");
  }

  /** The classes that make the rules, by name of their entry in the jar; one of them takes the place of a class of the program. */
  Map<String, byte[]> made() throws ReflectiveOperationException {
    Method method = library.getDeclaredMethod("byDocument");
    method.setAccessible(true);
    var documents = new ArrayList<List<?>>();
    for (Object rules : (List<?>) method.invoke(null)) {
      documents.add((List<?>) rules);
    }
    Map<String, byte[]> result = new LinkedHashMap<>();
    for (int first = 0; first < documents.size(); first += DOCUMENTS_A_CLASS) {
      int from = first;
      ClassDesc part = ClassDesc.of(RULES + "$Part" + first / DOCUMENTS_A_CLASS);
      result.put(entry(part), files.build(part, builder -> {
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
        for (int i = from; i < Math.min(from + DOCUMENTS_A_CLASS, documents.size()); i++) {
          List<?> rules = documents.get(i);
          builder.withMethodBody("document" + i, MethodTypeDesc.of(LIST), ClassFile.ACC_STATIC, code -> {
            value(code, rules, Object.class);
            code.areturn();
          });
        }
      }));
    }
    result.put(entry(ClassDesc.of(RULES)),
        files.build(ClassDesc.of(RULES),
            builder -> builder.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                .withMethodBody("of", OF, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    code -> dispatch(code, documents.size()))));
    return result;
  }

  /** Fails unless the frozen rules of {@code program} are those that its reader makes of the text. */
  static void check(URLClassLoader program) throws ReflectiveOperationException {
    Method read = program.loadClass("dev.slguard.rules.scan.Library").getDeclaredMethod("byDocument");
    read.setAccessible(true);
    Method frozen = program.loadClass(RULES).getMethod("of", int.class);
    int number = 0;
    for (Object rules : (List<?>) read.invoke(null)) {
      if (!frozen.invoke(null, number).equals(Optional.of(rules))) {
        throw new IllegalStateException("the frozen rules of document " + number + " differ from its text");
      }
      number++;
    }
  }

  private static String entry(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1) + ".class";
  }

  private static void dispatch(CodeBuilder code, int documents) {
    List<SwitchCase> cases = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      labels.add(code.newLabel());
      cases.add(SwitchCase.of(i, labels.getLast()));
    }
    Label none = code.newLabel();
    code.iload(0).tableswitch(0, documents - 1, none, cases);
    for (int i = 0; i < documents; i++) {
      code.labelBinding(labels.get(i))
          .invokestatic(ClassDesc.of(RULES + "$Part" + i / DOCUMENTS_A_CLASS), "document" + i, MethodTypeDesc.of(LIST))
          .invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, ConstantDescs.CD_Object)).areturn();
    }
    code.labelBinding(none).invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL)).areturn();
  }

  /** Leaves {@code value} on the stack, as a primitive where {@code wanted} is one. */
  private static void value(CodeBuilder code, Object value, Class<?> wanted) {
    switch (value) {
      case String text -> code.loadConstant(text);
      case Boolean flag -> boxed(code.loadConstant(flag ? 1 : 0), boolean.class, wanted);
      case Integer number -> boxed(code.loadConstant(number), int.class, wanted);
      case Double number -> boxed(code.loadConstant(number), double.class, wanted);
      case Enum<?> constant -> {
        ClassDesc type = describe(constant.getDeclaringClass());
        code.getstatic(type, constant.name(), type);
      }
      case Optional<?> optional when optional.isEmpty() ->
        code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL));
      case Optional<?> optional -> {
        value(code, optional.get(), Object.class);
        code.invokestatic(OPTIONAL, "of", MethodTypeDesc.of(OPTIONAL, ConstantDescs.CD_Object));
      }
      case List<?> list -> list(code, list);
      case Record record -> {
        ClassDesc type = describe(record.getClass());
        RecordComponent[] components = record.getClass().getRecordComponents();
        code.new_(type).dup();
        for (RecordComponent component : components) {
          value(code, read(component, record), component.getType());
        }
        code.invokespecial(type, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void,
            Arrays.stream(components).map(component -> describe(component.getType())).toList()));
      }
      default -> {
        if (!value.getClass().getSimpleName().equals("LazyPattern")) {
          throw new IllegalStateException("a rule holds a value of " + value.getClass());
        }
        ClassDesc type = describe(value.getClass());
        code.new_(type).dup().loadConstant(value.toString()).invokespecial(type, ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
      }
    }
  }

  private static void list(CodeBuilder code, List<?> list) {
    if (list.size() <= 5) {
      list.forEach(item -> value(code, item, Object.class));
      ClassDesc[] types = Stream.generate(() -> ConstantDescs.CD_Object).limit(list.size()).toArray(ClassDesc[]::new);
      code.invokestatic(LIST, "of", MethodTypeDesc.of(LIST, types), true);
      return;
    }
    code.loadConstant(list.size()).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < list.size(); i++) {
      code.dup().loadConstant(i);
      value(code, list.get(i), Object.class);
      code.aastore();
    }
    code.invokestatic(LIST, "of", MethodTypeDesc.of(LIST, ConstantDescs.CD_Object.arrayType()), true);
  }

  private static void boxed(CodeBuilder code, Class<?> primitive, Class<?> wanted) {
    if (!wanted.isPrimitive()) {
      ClassDesc type = describe(primitive);
      ClassDesc box = Weave.box(type);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
    }
  }

  private static ClassDesc describe(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }
}
