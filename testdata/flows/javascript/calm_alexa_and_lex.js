// slguard:handler handler ALEXA
const Alexa = require("ask-sdk-core");
const i18n = require("i18next");

const FACTS = ["The sky is blue.", "Water is wet.", "Fire is hot."];
const PLANETS = { mars: "red", venus: "hot" };

const LaunchHandler = {
  canHandle: (input) => Alexa.getRequestType(input.requestEnvelope) === "LaunchRequest",
  handle(input) {
    return input.responseBuilder.speak(i18n.t("WELCOME")).reprompt(i18n.t("HELP")).getResponse();
  },
};

const FactHandler = {
  canHandle: (input) => Alexa.getRequestType(input.requestEnvelope) === "IntentRequest" && Alexa.getIntentName(input.requestEnvelope) === "FactIntent",
  handle(input) {
    const planet = Alexa.getSlotValue(input.requestEnvelope, "planet");
    const fact = FACTS[Math.floor(Math.random() * FACTS.length)]; // slguard:safe
    const adjective = Object.hasOwn(PLANETS, planet) ? PLANETS[planet] : "far away";
    const attributes = input.attributesManager.getSessionAttributes();
    attributes.count = (attributes.count ?? 0) + 1;
    input.attributesManager.setSessionAttributes(attributes);
    return input.responseBuilder.speak(`${planet} is ${adjective}. ${fact}`).withSimpleCard("Fact", fact).getResponse(); // slguard:safe
  },
};

const ErrorHandler = {
  canHandle: () => true,
  handle(input, error) {
    console.log(`failed: ${error.name}`);
    return input.responseBuilder.speak(i18n.t("ERROR")).getResponse();
  },
};

exports.handler = Alexa.SkillBuilders.custom().addRequestHandlers(LaunchHandler, FactHandler).addErrorHandlers(ErrorHandler).lambda();
