package dev.slguard.rules.language;

import dev.slguard.source.Tree;

/** A rule as its file writes it, with the lists of that file. */
record RuleSource(Tree.Mapping tree, Substitution lists, boolean builtIn) {}
