package dev.slguard.code.flow;

import dev.slguard.source.Span;
import java.util.SortedMap;

/** Something used outside the program, as seen by one routine: arguments by name, texts with labels not yet lifted. */
record UseAt(String kind, String name, SortedMap<String, Value> arguments, Span at) {}
