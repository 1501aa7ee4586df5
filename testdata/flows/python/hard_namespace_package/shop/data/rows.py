import sqlite3


def find(key):
    with sqlite3.connect("/tmp/shop.db") as connection:
        connection.execute(f"SELECT * FROM rows WHERE key = '{key}'")  # slguard:expect sql-injection
        connection.execute("SELECT * FROM rows WHERE key = ?", (key,))  # slguard:safe
