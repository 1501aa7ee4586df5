package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet.Formula;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import java.util.List;
import java.util.Map;

/**
 * What the templates of one evaluation share: a template and the stacks nested in it.
 *
 * @param formats what nested templates may be written in
 * @param siblings the stacks of the root that give each other values
 * @param conditions the meaning of every condition met so far, by its name with the prefix of its stack
 */
record Shared(Root root, TemplateOptions options, List<TemplateFormat> formats, SiblingStacks siblings,
    Diagnostics diagnostics, Budget budget, Map<String, Formula> conditions) {}
