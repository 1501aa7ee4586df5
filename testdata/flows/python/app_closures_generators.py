# slguard:handler handler HTTP_API_V2
import contextlib
import os


def make_runner(prefix):
    history = []

    def run(argument):
        nonlocal history
        history = history + [argument]
        os.system(prefix + argument)  # slguard:expect command-injection

    def last():
        return history[-1]

    run.last = last
    return run, last


def numbers(text):
    for part in text.split(","):
        yield int(part)


def words(text):
    for part in text.split(","):
        received = yield part.strip()
        if received:
            os.system("received " + received)  # slguard:expect command-injection


def nested(*texts):
    for text in texts:
        yield from words(text)


@contextlib.contextmanager
def workspace(name):
    path = "/tmp/" + name
    os.mkdir(path)  # slguard:expect path-traversal
    try:
        yield path
    finally:
        os.rmdir(path)  # slguard:expect path-traversal


@contextlib.contextmanager
def scratch(name):
    path = "/tmp/scratch"
    os.mkdir(path)  # slguard:safe
    yield path


class Session:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        os.system("logout " + self.user)  # slguard:expect command-injection
        return False


def handler(event, context):
    q = event["queryStringParameters"]
    run, last = make_runner("tool ")
    run(q["argument"])
    os.system("again " + last())  # slguard:expect command-injection
    for number in numbers(q["numbers"]):
        os.system(f"number {number}")  # slguard:safe
    for word in nested("fixed", q["words"]):
        os.system("word " + word)  # slguard:expect command-injection
    source = words("a,b")
    next(source)
    source.send(q["sent"])
    with workspace(q["space"]) as path:
        with open(path + "/data") as file:  # slguard:expect path-traversal
            file.read()
    with scratch(q["space"]) as path:
        with open(path + "/data") as file:  # slguard:safe
            file.read()
    with Session(q["user"]) as session, contextlib.suppress(KeyError):
        os.system("login " + session.user)  # slguard:expect command-injection
    with contextlib.ExitStack() as stack:
        other = stack.enter_context(Session(q["other"]))
        os.system("login " + other.user)  # slguard:expect command-injection
    pipeline = (word.upper() for word in q["words"].split(",") if len(word) > 2)
    os.system("shout " + " ".join(pipeline))  # slguard:expect command-injection
    lengths = {word: len(word) for word in q["words"].split(",")}
    os.system("sum %d" % sum(lengths.values()))  # slguard:safe
    os.system("keys " + ",".join(lengths))  # slguard:expect command-injection
    matrix = [[cell for cell in row.split(",")] for row in q["rows"].split(";")]
    os.system("cell " + matrix[0][0])  # slguard:expect command-injection
    if (name := q.get("name")) and name.isdigit():
        os.system("name " + name)  # slguard:safe
