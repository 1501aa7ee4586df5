# slguard:handler handler HTTP_API_V2
import enum
import os
import re
import uuid
from datetime import date, datetime
from decimal import Decimal


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


ALLOWED = ["a", "b"]
COMMANDS = {"start": "svc start", "stop": "svc stop"}
NAME = re.compile(r"^[a-z][a-z0-9_]{0,30}$")
LOOSE = re.compile(r"[a-z]+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_allowed(value):
    return value in ALLOWED


def is_safe(value):
    return True


def require_name(value):
    if not NAME.match(value):
        raise ValueError("name")
    return value


def check_name(value):
    if not NAME.match(value):
        print("odd name")


def assert_positive(value):
    number = int(value)
    assert number > 0
    return number


def handler(event, context):
    q = event["queryStringParameters"]
    if is_allowed(q["a"]):
        os.system("a " + q["a"])  # slguard:safe
    else:
        os.system("a " + q["a"])  # slguard:expect command-injection
    if is_safe(q["b"]):
        os.system("b " + q["b"])  # slguard:expect command-injection
    require_name(q["c"])
    os.system("c " + q["c"])  # slguard:safe
    check_name(q["d"])
    os.system("d " + q["d"])  # slguard:expect command-injection
    os.system("e %s" % assert_positive(q["e"]))  # slguard:safe
    command = COMMANDS.get(q["f"])
    if command is not None:
        os.system(command)  # slguard:safe
    if q["g"] in COMMANDS:
        os.system("svc " + q["g"])  # slguard:safe
    os.system("h " + Color(q["h"]).value)  # slguard:safe
    os.system("h " + Color[q["h"]].name)  # slguard:safe
    if q["h"] in Color.__members__:
        os.system("h " + q["h"])  # slguard:safe
    if LOOSE.match(q["i"]):
        os.system("i " + q["i"])  # slguard:expect command-injection
    if LOOSE.fullmatch(q["i"]):
        os.system("i " + q["i"])  # slguard:safe
    if not DATE.fullmatch(q["j"]):
        return {"statusCode": 400}
    os.system("j " + q["j"])  # slguard:safe
    if not re.search(r"^[\w.-]+$", q["k"], re.MULTILINE):
        return {"statusCode": 400}
    os.system("k " + q["k"])  # slguard:expect command-injection
    if q["l"].isdigit() and q["m"].isalnum():
        os.system(f"l {q['l']} {q['m']}")  # slguard:safe
    if q["l"].isdigit() or q["m"].isalnum():
        os.system(f"l {q['m']}")  # slguard:expect command-injection
    try:
        uuid.UUID(q["n"])
    except ValueError:
        return {"statusCode": 400}
    os.system("n " + q["n"])  # slguard:safe
    try:
        uuid.UUID(q["o"])
    except ValueError:
        pass
    os.system("o " + q["o"])  # slguard:expect command-injection
    day = datetime.strptime(q["p"], "%Y-%m-%d").date()
    os.system(f"p {day}")  # slguard:safe
    os.system(f"p {date.fromisoformat(q['p']).isoformat()}")  # slguard:safe
    os.system(f"q {Decimal(q['q'])}")  # slguard:safe
    match q["r"]:
        case "on" | "off":
            os.system("r " + q["r"])  # slguard:safe
        case other:
            os.system("r " + other)  # slguard:expect command-injection
    if all(part in ALLOWED for part in q["s"].split(",")):
        os.system("s " + q["s"])  # slguard:safe
    if any(part in ALLOWED for part in q["t"].split(",")):
        os.system("t " + q["t"])  # slguard:expect command-injection
    if set(q["u"].split(",")) <= {"x", "y"}:
        os.system("u " + q["u"])  # slguard:safe
    level = q["v"] if q["v"] in ("debug", "info") else "info"
    os.system("v " + level)  # slguard:safe
    if len(q["w"]) > 10 or ";" in q["w"]:
        return {"statusCode": 400}
    os.system("w " + q["w"])  # slguard:expect command-injection
    if type(q.get("x")) is int or isinstance(q.get("y"), (int, float)):
        os.system("x %s" % q.get("y"))  # slguard:expect command-injection
    if q["z"] == "prod":
        os.system("z " + q["z"])  # slguard:safe
    elif q["z"] != "dev":
        os.system("z " + q["z"])  # slguard:expect command-injection
    else:
        os.system("z " + q["z"])  # slguard:safe
