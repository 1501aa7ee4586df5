from contextlib import closing

from .connection import connection, cursor


class UserRepository:
    table = "users"

    def find(self, name):
        with cursor() as cur:
            cur.execute(f"SELECT id, name FROM {self.table} WHERE name LIKE '%{name}%'")  # slguard:expect sql-injection
            return cur.fetchall()

    def find_bound(self, name):
        with closing(connection().cursor()) as cur:
            cur.execute(f"SELECT id, name FROM {self.table} WHERE name LIKE %s", (f"%{name}%",))  # slguard:safe
            return cur.fetchall()
