package dev.slguard.template.sam;

/** What one type of event makes: the connection of a source to a function, and what the function's role needs for it. */
interface FunctionEvent {
  void expand(EventSource event, FunctionTarget target);
}
