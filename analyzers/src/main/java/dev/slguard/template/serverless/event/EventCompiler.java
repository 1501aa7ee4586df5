package dev.slguard.template.serverless.event;

import dev.slguard.template.serverless.service.Stack;

/** Adds what the framework writes for all events of one kind, over all functions. */
interface EventCompiler {
  void compile(Stack stack);
}
