package dev.slguard.code.ir;

/**
 * One file (or inline program) after lowering.
 *
 * @param language name of the language, which is also the folder of its models: {@code java}, {@code python},
 *     {@code javascript}
 * @param path of the file, relative to the scanned root; names the module
 * @param name how other code may call the module: {@code orders.storage}, {@code com.acme.orders}; empty if only by path
 * @param exportsGlobals whether the names of the module are what others import (Python, Java), rather than what
 *     {@link Instruction.Exports} holds (JavaScript)
 * @param body its top level
 * @param lines number of lines
 */
public record SourceModule(String language, String path, String name, boolean exportsGlobals, Routine body,
    int lines) {}
