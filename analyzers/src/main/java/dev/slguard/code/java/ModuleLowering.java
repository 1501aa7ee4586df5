package dev.slguard.code.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.List;

/** Lowers one file: its types become names of the module. */
final class ModuleLowering {
  private final SourceFile file;
  private final CompilationUnit unit;
  private final Diagnostics diagnostics;

  ModuleLowering(SourceFile file, CompilationUnit unit, Diagnostics diagnostics) {
    this.file = file;
    this.unit = unit;
    this.diagnostics = diagnostics;
  }

  SourceModule lower() {
    var names = new TypeNames(unit);
    var places = new Places(file);
    var builder = new RoutineBuilder("<module>", Routine.Kind.MODULE);
    for (TypeDeclaration<?> type : unit.getTypes()) {
      Span at = places.at(type);
      var lowering = new ClassLowering(new Context(names, places, diagnostics, List.of()));
      Local made = lowering.declare(type, builder, '=' + type.getNameAsString(), true,
          local -> builder.emit(new Instruction.SetGlobal(type.getNameAsString(), local, at)));
      builder.emit(new Instruction.SetGlobal(type.getNameAsString(), made, at));
    }
    Span whole = file.span(0, file.text().length());
    builder.ret(Constant.nothing(), whole);
    return new SourceModule("java", file.path(), names.packageName(), true, builder.build(whole), file.lineCount());
  }
}
