package dev.slguard.template.sam;

/** AlexaSkill: a permission for Alexa; without SkillId for every skill of anyone. */
final class AlexaEvent implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    target.permission(event.id() + "Permission", "alexa-appkit.amazon.com", event).takeAs("EventSourceToken",
        event.properties(), "SkillId");
  }
}
