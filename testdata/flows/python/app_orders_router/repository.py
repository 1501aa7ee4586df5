import os
from contextlib import contextmanager

import psycopg2
from psycopg2 import sql
from psycopg2.extras import RealDictCursor


class OrderRepository:
    SORTABLE = ("created_at", "total", "status")
    TABLE = "orders"

    def __init__(self, dsn):
        self._dsn = dsn
        self._connection = None

    @classmethod
    def from_environment(cls):
        return cls(os.environ["DSN"])

    @property
    def connection(self):
        if self._connection is None or self._connection.closed:
            self._connection = psycopg2.connect(self._dsn)
        return self._connection

    @contextmanager
    def cursor(self):
        cur = self.connection.cursor(cursor_factory=RealDictCursor)
        try:
            yield cur
            self.connection.commit()
        except psycopg2.Error:
            self.connection.rollback()
            raise
        finally:
            cur.close()

    def find(self, order_id):
        with self.cursor() as cur:
            cur.execute(f"SELECT * FROM {self.TABLE} WHERE id = '{order_id}'")  # slguard:expect sql-injection
            return cur.fetchone()

    def listing(self, sort, owner):
        with self.cursor() as cur:
            cur.execute(f"SELECT * FROM {self.TABLE} WHERE owner = %s ORDER BY {sort}", (owner,))  # slguard:safe
            return cur.fetchall()

    def update(self, order_id, changes):
        with self.cursor() as cur:
            assignments = ", ".join(f"{column} = %s" for column in changes)
            values = list(changes.values()) + [order_id]
            cur.execute(f"UPDATE {self.TABLE} SET {assignments} WHERE id = %s", values)  # slguard:expect sql-injection

    def update_composed(self, order_id, changes):
        with self.cursor() as cur:
            assignments = sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(column), sql.Placeholder()) for column in changes)
            query = sql.SQL("UPDATE orders SET {} WHERE id = %s").format(assignments)
            cur.execute(query, list(changes.values()) + [order_id])  # slguard:safe
