package dev.slguard.code.library;

/** What a call does with the values of its receiver and arguments; the result where nothing else is said. */
public enum Transform {
  /** The same value: identity, unwrapping, freezing, promisifying. */
  SAME,
  /** Made from them in an unknown way: decoded, parsed, encoded. */
  DERIVE,
  /** The structure that a text spells: its members are told apart as those of the event are. */
  PARSE,
  /** The text with other letter case or less white space: prefix and holes stay. */
  SHAPE,
  /** A number; carries nothing. */
  NUMBER,
  /** A truth value; carries nothing. That of the source, where one is named. */
  TRUTH,
  /** Whether all items of the source are true. */
  ALL_TRUE,
  /** The first source, a function that serves as a class, extends the second. */
  INHERIT,
  /** A value that carries nothing. */
  CLEAN,
  /** Nothing: the call throws or ends the program. */
  THROW,
  /**
   * Nothing, but that a check of the result is a check of the source as well: what stands before is the path relative
   * to a folder, the host of an address.
   */
  ALIAS,
  /** Nothing, but a library object of the type that the model states. */
  INSTANCE,
  /** An instance of the class in the first source, its fields what the last source holds; a list of them. */
  MODEL, MODEL_LIST,
  /** A map of the fields of the source, an object. */
  FIELDS,
  /** The members of the second source that the class of the first, an object, declares, as it lets them through. */
  THROUGH_FIELDS,
  /** One object for the whole program: what is put into it anywhere is found wherever it is read. */
  SHARED,
  /** The event of the entry point that runs the call. */
  EVENT,
  /** Nothing, but that the source is the answer of the handler. */
  RESPOND,
  /** Keeps the function in the second argument as the listener of the event named by the first. */
  LISTEN,
  /** Calls the listeners of the event named by the first argument with the other arguments. */
  EMIT,
  /** The first source, a schema, applied to the second, data: members that the schema confines carry nothing. */
  SCHEMA,
  /** The first source, a JSON Schema, applied to the second, data. */
  JSON_SCHEMA,
  /** The first source, a function, run only on a first argument that the second source, a schema, lets through. */
  VALIDATED,
  /** Makes the class in the first argument and runs its methods whose parameters are annotated as sources. */
  CONTROLLER,
  /** An address resolved against a base (first source): one with a scheme or host of its own replaces the base. */
  URL_RESOLVE,
  /** Receiver (if a text) and arguments, joined. */
  CONCAT,
  /** Items of a list, joined by the receiver or an argument. */
  JOIN,
  /** Path segments joined by a slash; an absolute later one stays behind the earlier. */
  PATH_JOIN,
  /** As PATH_JOIN, but an absolute later segment replaces the earlier ones. */
  PATH_RESOLVE,
  /** {@code %s} format in the receiver or first argument. */
  FORMAT_PERCENT,
  /** {@code {}} format in the receiver or first argument. */
  FORMAT_BRACE,
  /** {@code {}} format in the receiver, filled from the map in the first argument. */
  FORMAT_MAP,
  /** The receiver with something replaced. */
  REPLACE,
  /** Texts cut from the receiver. */
  SPLIT,
  /** A path cut into the folder and the last segment. */
  SPLIT_PATH,
  /** Some characters of the receiver. */
  SUBTEXT,
  /** The element of the receiver under the first argument, else the second argument; without receiver one further. */
  GET,
  /** As GET, but the key is a path: names with dots between them. */
  GET_PATH,
  /** As GET, but the second argument is also put there if nothing stands there. */
  GET_OR_PUT,
  /** Sets the element under the first argument to the second. */
  PUT,
  /** Calls the first source with what it returned last, the third source at first, and every item of the second. */
  FOLD,
  /** Sets the member of the first argument that the second names to the third. */
  PUT_MEMBER,
  /** An annotation of a method: what the fields that it names are given goes through the method. */
  CHECKS_FIELD,
  /** Appends every argument to the receiver; the receiver. */
  APPEND,
  /** Puts the first argument before the items of the receiver. */
  PREPEND,
  /** Inserts the second argument at the index of the first. */
  INSERT,
  /** Appends the items of the first argument. */
  EXTEND,
  /** Removes and returns the element under the first argument, else the last. */
  REMOVE,
  /** Removes and returns the first element. */
  REMOVE_FIRST,
  /** Empties the receiver. */
  CLEAR,
  /** Puts the entries of every argument into the receiver (a call without one: all but the first into the first). */
  MERGE,
  /** A copy of the object in the source, with the members that keywords name. */
  COPY_OBJECT,
  /** A shallow copy of a container, a list of the items of an iterable; an empty one without argument. */
  COPY_LIST, COPY_MAP, COPY_SET,
  /** An empty map; what is read under a key that it lacks is what the first argument, a function, returns. */
  DEFAULT_MAP,
  /** A map of the items of the source to how often each occurs. */
  COUNT_MAP,
  /** A list of the arguments. */
  LIST_OF,
  /** A map of the arguments, keys and values by turns. */
  MAP_OF,
  /** A list of lists of one item of each argument. */
  ZIP,
  /** The regular expression that the first argument spells, with the flags named by the second or {@code flags}. */
  PATTERN,
  /** The third source with every match of the first, a regular expression, replaced by the second. */
  REPLACE_PATTERN,
  /**
   * The first match of the first source, a regular expression, in the second, or nothing; a list of all matches.
   */
  MATCH, MATCH_LIST,
  /**
   * The first match as JavaScript has it: a list of what its groups spell, those with names also in a map; a list of
   * such lists.
   */
  GROUPS, GROUPS_LIST,
  /** What all matches of the first source in the second spell. */
  FIND_ALL,
  /** The text of the group that the first argument names of the match that the receiver is; all without argument. */
  GROUP,
  /** Keys, values, pairs of the receiver or first argument. */
  KEYS, VALUES, PAIRS,
  /** Pairs of a number and an element of the first source. */
  INDEXED,
  /** Some element of the receiver or first argument. */
  ANY_ELEMENT,
  /** A text that grows: its content is the first argument. */
  BUFFER,
  /** Appends to such a text; the buffer. */
  BUFFER_APPEND,
  /** Inserts into such a text at the index of the first argument; the buffer. */
  BUFFER_INSERT,
  /** A new library object of the type that the model says; receiver and arguments are its members. */
  OBJECT,
  /** The content of such a text. */
  BUFFER_TEXT,
  /** The receiver, which takes the arguments in: setters of a builder. */
  FLUENT,
  /** As FLUENT, and the argument is also kept under the method's name: builders whose members matter later. */
  FLUENT_MEMBER,
  /** Calls the receiver with the arguments: functional interfaces. */
  INVOKE,
  /** Calls the receiver with the arguments, the first being its receiver: {@code call}. */
  CALL,
  /** As CALL, but the last of two arguments (or of three, the function being the first) is a list of the others. */
  APPLY,
  /** The receiver (or first argument), its receiver or first arguments bound: {@code bind}, {@code partial}. */
  BIND,
  /** The value of an environment variable named by the first argument. */
  ENVIRONMENT,
  /** The value of the named property of a file of the project. */
  PROPERTY
}
