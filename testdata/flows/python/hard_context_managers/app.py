# slguard:handler handler
import os

from store import Store, opened, workspace


def handler(event, context):
    q = event["queryStringParameters"]
    with opened() as cursor:
        cursor.execute("SELECT * FROM a WHERE n = '" + q["n"] + "'")  # slguard:expect sql-injection
        cursor.execute("SELECT * FROM a WHERE n = %s", (q["n"],))  # slguard:safe
    with Store(q["table"]) as store:
        store.rows("x")
    with workspace(q["dir"]) as folder, open(os.path.join(folder, "log")) as log:  # slguard:expect path-traversal
        log.read()
    with workspace("fixed") as folder:
        os.listdir(folder)  # slguard:safe
