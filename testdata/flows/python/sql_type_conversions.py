# slguard:handler converted
# slguard:handler raw
import base64
import enum
import hashlib
import uuid
from datetime import datetime
from decimal import Decimal

import pymysql

db = pymysql.connect(host="db", user="app")
cur = db.cursor()


class Status(enum.Enum):
    OPEN = "open"
    DONE = "done"


def converted(event, context):
    q = event["queryStringParameters"]
    cur.execute("SELECT * FROM t WHERE id = %d" % int(q["id"]))  # slguard:safe
    cur.execute("SELECT * FROM t WHERE price < " + str(Decimal(q["price"])))  # slguard:safe
    cur.execute(f"SELECT * FROM t WHERE uid = '{uuid.UUID(q['uid'])}'")  # slguard:safe
    cur.execute(f"SELECT * FROM t WHERE status = '{Status(q['status']).value}'")  # slguard:safe
    day = datetime.strptime(q["day"], "%Y-%m-%d").strftime("%Y-%m-%d")
    cur.execute(f"SELECT * FROM t WHERE day = '{day}'")  # slguard:safe
    digest = hashlib.sha256(q["token"].encode()).hexdigest()
    cur.execute("SELECT * FROM t WHERE digest = '" + digest + "'")  # slguard:safe
    encoded = base64.b64encode(q["name"].encode()).decode()
    cur.execute("SELECT * FROM t WHERE name64 = '" + encoded + "'")  # slguard:safe
    cur.execute("SELECT * FROM t LIMIT %s" % len(q["name"]))  # slguard:safe
    cur.execute("SELECT * FROM t WHERE vip = %s" % ("vip" in q["name"]))  # slguard:safe


def raw(event, context):
    q = event["queryStringParameters"]
    try:
        int(q["id"])
    except ValueError:
        pass
    cur.execute("SELECT * FROM t WHERE id = " + q["id"])  # slguard:expect sql-injection
    cur.execute("SELECT * FROM t WHERE id = " + str(q["price"]))  # slguard:expect sql-injection
    name = base64.b64decode(q["name64"]).decode()
    cur.execute("SELECT * FROM t WHERE name = '" + name + "'")  # slguard:expect sql-injection
