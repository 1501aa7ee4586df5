import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Run by the build on the packaged jar, for the sake of a cold start: replaces the invokedynamic instructions behind pattern switches and the methods
 * of records by plain methods. Java spins a hidden class for each of them when it is first met, which no AOT cache of
 * Java 25 can hold; a cold scan meets about a hundred, at nearly a millisecond of CPU each. The meaning stays the same
 * (java.lang.runtime.SwitchBootstraps.typeSwitch, java.lang.runtime.ObjectMethods). {@link Lambdas} does the same for lambdas,
 * {@link Freeze} for the built-in rules. These are source files without a module: the build starts them with
 * {@code java Weave.java JAR DATA}, and gets the resources of JAR in DATA too.
 */
final class Weave {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption
      .of(ClassHierarchyResolver.ofResourceParsing(this::bytes).orElse(ClassHierarchyResolver.defaultResolver())
          .orElse(_ -> ClassHierarchyResolver.ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object)).cached()));
  private int switches;
  private int records;
  private int lambdas;
  private int classes;

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    Path jar = Path.of(arguments[0]);
    Path data = Path.of(arguments[1]);
    Path woven = Files.createTempFile(jar.toAbsolutePath().getParent(), "woven", ".jar");
    var weave = new Weave();
    Map<String, byte[]> frozen;
    try (var program = new URLClassLoader(new URL[]{jar.toUri().toURL()})) {
      frozen = new Freeze(program).made();
    }
    try (InputStream in = Files.newInputStream(jar); OutputStream out = Files.newOutputStream(woven)) {
      weave.jar(in, out, frozen);
    }
    Files.move(woven, jar, StandardCopyOption.REPLACE_EXISTING);
    try (var program = new URLClassLoader(new URL[]{jar.toUri().toURL()})) {
      Freeze.check(program);
    }
    data(jar, data);
    System.out.println("woven: " + weave.switches + " switches, " + weave.records + " record methods, " + weave.lambdas
        + " lambdas in " + weave.classes + " classes");
  }

  /**
   * Copies the resources of the program to a jar of their own: a cold scan reads a few of them, and to open a jar costs a
   * microsecond and more for each of its entries.
   */
  private static void data(Path jar, Path data) throws IOException {
    try (var in = new ZipInputStream(Files.newInputStream(jar));
        var out = new ZipOutputStream(Files.newOutputStream(data))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().startsWith("dev/slguard/") && !entry.isDirectory() && !entry.getName().endsWith(".class")) {
          var copy = new ZipEntry(entry.getName());
          copy.setLastModifiedTime(entry.getLastModifiedTime());
          out.putNextEntry(copy);
          in.transferTo(out);
          out.closeEntry();
        }
      }
    }
  }

  private void jar(InputStream in, OutputStream out, Map<String, byte[]> replaced) throws IOException {
    var zip = new ZipInputStream(in);
    FileTime time = FileTime.fromMillis(0);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      time = entry.getLastModifiedTime();
      entries.put(entry.getName(), zip.readAllBytes());
    }
    entries.putAll(replaced);
    entries.replaceAll((name, bytes) -> isWoven(name) ? woven(bytes) : bytes);
    Map<String, ClassModel> models = new HashMap<>();
    entries.forEach((name, bytes) -> {
      if (isWoven(name)) {
        models.put(name, files.parse(bytes));
      }
    });
    var gathered = new Lambdas(files, models);
    entries.replaceAll((name, bytes) -> isWoven(name) ? gathered.without(bytes) : bytes);
    entries.replaceAll((name, bytes) -> isWoven(name) ? gathered.withMembers(bytes) : bytes);
    entries.putAll(gathered.made());
    lambdas = gathered.count();
    classes = gathered.classes();
    entries.replaceAll((name, bytes) -> isSlimmed(name) ? slim(bytes) : bytes);
    var result = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      var copy = new ZipEntry(entry.getKey());
      copy.setLastModifiedTime(time);
      result.putNextEntry(copy);
      result.write(entry.getValue());
      result.closeEntry();
    }
    result.finish();
  }

  private InputStream bytes(ClassDesc type) {
    String descriptor = type.descriptorString();
    byte[] found = entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
    return found == null ? null : new ByteArrayInputStream(found);
  }

  private static boolean isSlimmed(String name) {
    return isWoven(name) || name.endsWith(".class") && (name.startsWith("org/yaml/") || name.startsWith("com/google/"));
  }

  /** The class without the names of local variables, which nobody reads and the AOT cache would carry. */
  private byte[] slim(byte[] bytes) {
    ClassFile slimming = files.withOptions(ClassFile.DebugElementsOption.DROP_DEBUG,
        ClassFile.ConstantPoolSharingOption.NEW_POOL);
    return slimming.transformClass(slimming.parse(bytes), ClassTransform.ACCEPT_ALL);
  }

  private static boolean isWoven(String name) {
    return name.endsWith(".class") && (name.startsWith("dev/slguard/") || name.startsWith("com/github/javaparser/"));
  }

  /** A method to be added to the class at hand. */
  private record Added(String name, MethodTypeDesc type, java.util.function.Consumer<CodeBuilder> code) {}

  private byte[] woven(byte[] bytes) {
    ClassModel model = files.parse(bytes);
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    var added = new ArrayList<Added>();
    CodeTransform code = (builder, element) -> replace(builder, element, self, isInterface, added);
    byte[] result = files.transformClass(model, (builder, element) -> {
      if (element instanceof MethodModel method) {
        builder.transformMethod(method, java.lang.classfile.MethodTransform.transformingCode(code));
      } else {
        builder.with(element);
      }
    });
    if (added.isEmpty()) {
      return bytes;
    }
    return files.transformClass(files.parse(result), new ClassTransform() {
      @Override
      public void accept(ClassBuilder builder, ClassElement element) {
        builder.with(element);
      }

      @Override
      public void atEnd(ClassBuilder builder) {
        for (Added method : added) {
          builder.withMethodBody(method.name(), method.type(),
              ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, method.code());
        }
      }
    });
  }

  private void replace(CodeBuilder builder, CodeElement element, ClassDesc self, boolean isInterface,
      List<Added> added) {
    if (element instanceof InvokeDynamicInstruction call) {
      DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
      if (bootstrap.owner().equals(SWITCHES) && bootstrap.methodName().equals("typeSwitch")
          && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc || label instanceof String)) {
        MethodTypeDesc type = call.typeSymbol();
        List<ConstantDesc> labels = call.bootstrapArgs();
        var method = new Added("woven$switch$" + added.size(), type, code -> typeSwitch(code, labels));
        added.add(method);
        builder.invokestatic(self, method.name(), type, isInterface);
        switches++;
        return;
      }
      boolean record = bootstrap.owner().equals(RECORDS);
      if (record && call.name().equalsString("toString")) {
        List<ConstantDesc> arguments = call.bootstrapArgs();
        var method = new Added("woven$record$" + added.size(), call.typeSymbol(),
            code -> textOf(code, self, arguments));
        added.add(method);
        builder.invokestatic(self, method.name(), method.type(), isInterface);
        records++;
        return;
      }
      if (record && (call.name().equalsString("equals") || call.name().equalsString("hashCode"))) {
        List<DirectMethodHandleDesc> getters = new ArrayList<>();
        call.bootstrapArgs().stream().skip(2).forEach(getter -> getters.add((DirectMethodHandleDesc) getter));
        boolean equals = call.name().equalsString("equals");
        var method = new Added("woven$record$" + added.size(), call.typeSymbol(), code -> {
          if (equals) {
            equalsOf(code, self, getters);
          } else {
            hashOf(code, getters);
          }
        });
        added.add(method);
        builder.invokestatic(self, method.name(), method.type(), isInterface);
        records++;
        return;
      }
    }
    builder.with(element);
  }

  /** The first label from the restart index on that the target fits; -1 for null, the number of labels if none does. */
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    Label some = code.newLabel();
    code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      switch (labels.get(i)) {
        case ClassDesc type -> code.aload(0).instanceOf(type);
        case String text -> code.loadConstant(text).aload(0).invokevirtual(ConstantDescs.CD_Object, "equals",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
        default -> throw new IllegalStateException("label of an unknown kind");
      }
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private static void hashOf(CodeBuilder code, List<DirectMethodHandleDesc> getters) {
    code.iconst_0();
    for (DirectMethodHandleDesc getter : getters) {
      ClassDesc type = getter.invocationType().returnType();
      code.bipush(31).imul().aload(0).getfield(getter.owner(), getter.methodName(), type);
      if (type.isPrimitive()) {
        ClassDesc box = box(type);
        code.invokestatic(box, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static void textOf(CodeBuilder code, ClassDesc self, List<ConstantDesc> arguments) {
    ClassDesc builder = ClassDesc.of("java.lang.StringBuilder");
    String[] names = ((String) arguments.get(1)).split(";");
    String name = self.displayName();
    code.new_(builder).dup().invokespecial(builder, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void));
    MethodTypeDesc append = MethodTypeDesc.of(builder, ConstantDescs.CD_String);
    for (int i = 2; i < arguments.size(); i++) {
      var getter = (DirectMethodHandleDesc) arguments.get(i);
      ClassDesc type = getter.invocationType().returnType();
      code.loadConstant((i == 2 ? name.substring(name.lastIndexOf('$') + 1) + '[' : ", ") + names[i - 2] + '=')
          .invokevirtual(builder, "append", append).aload(0).getfield(getter.owner(), getter.methodName(), type);
      ClassDesc wide = !type.isPrimitive()
          ? ConstantDescs.CD_Object
          : type.descriptorString().matches("[BS]") ? ConstantDescs.CD_int : type;
      code.invokestatic(ConstantDescs.CD_String, "valueOf", MethodTypeDesc.of(ConstantDescs.CD_String, wide))
          .invokevirtual(builder, "append", append);
    }
    code.loadConstant(arguments.size() == 2 ? name.substring(name.lastIndexOf('$') + 1) + "[]" : "]")
        .invokevirtual(builder, "append", append)
        .invokevirtual(builder, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
  }

  private static void equalsOf(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> getters) {
    Label other = code.newLabel();
    Label no = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(self).ifeq(no).aload(1).checkcast(self).astore(2);
    for (DirectMethodHandleDesc getter : getters) {
      ClassDesc type = getter.invocationType().returnType();
      code.aload(0).getfield(getter.owner(), getter.methodName(), type);
      code.aload(2).getfield(getter.owner(), getter.methodName(), type);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(no);
      } else {
        code.invokestatic(OBJECTS, "equals",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(no);
      }
    }
    code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
  }

  static ClassDesc box(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "S" -> ConstantDescs.CD_Short;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "F" -> ConstantDescs.CD_Float;
      default -> ConstantDescs.CD_Double;
    };
  }
}
