import sqlite3

db = sqlite3.connect("/tmp/x.db")


def index(name):
    db.execute("INSERT INTO names VALUES ('" + name + "')")  # slguard:expect sql-injection


def index_bound(name, operation):
    db.execute("INSERT INTO names VALUES (?, '" + operation + "')", (name,))  # slguard:safe
