import contextlib

import psycopg2


@contextlib.contextmanager
def opened():
    connection = psycopg2.connect(dbname="shop")
    try:
        with connection.cursor() as cursor:
            yield cursor
        connection.commit()
    finally:
        connection.close()


class Store:
    def __init__(self, table):
        self.table = table

    def __enter__(self):
        self.connection = psycopg2.connect(dbname="shop")
        return self

    def __exit__(self, *error):
        self.connection.close()

    def rows(self, name):
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT * FROM {self.table} WHERE name = %s", [name])  # slguard:expect sql-injection
        cursor.execute("SELECT * FROM a WHERE name = %s", [self.table])  # slguard:safe
        return cursor.fetchall()


@contextlib.contextmanager
def workspace(name):
    yield "/tmp/" + name
