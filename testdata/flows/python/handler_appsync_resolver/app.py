# slguard:handler lambda_handler APPSYNC
import sqlite3

from aws_lambda_powertools.event_handler import AppSyncResolver

from todos import router

app = AppSyncResolver()
app.include_router(router)
db = sqlite3.connect("/tmp/todo.db")


@app.resolver(type_name="Query", field_name="todo")
def todo(identifier: str = ""):
    return db.execute("SELECT * FROM todo WHERE id = '" + identifier + "'").fetchone()  # slguard:expect sql-injection


@app.resolver(type_name="Query", field_name="owner")
def owner(identifier: str = ""):
    return db.execute("SELECT * FROM todo WHERE id = ?", (identifier,)).fetchone()  # slguard:safe


def lambda_handler(event, context):
    return app.resolve(event, context)
