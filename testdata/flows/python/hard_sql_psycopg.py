# slguard:handler handler
import psycopg2
import psycopg2.extras
from psycopg2 import sql
from psycopg2.extensions import AsIs, quote_ident


class Repository:
    def __init__(self, dsn):
        self._connection = psycopg2.connect(dsn, cursor_factory=psycopg2.extras.RealDictCursor)

    def query(self, statement, parameters=None):
        with self._connection, self._connection.cursor() as cursor:
            cursor.execute(statement, parameters)  # slguard:expect sql-injection
            return cursor.fetchall()

    def bound(self, name):
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT * FROM items WHERE name = %(name)s", {"name": name})  # slguard:safe
            cursor.execute(sql.SQL("SELECT * FROM {} WHERE a = %s").format(sql.Identifier(name)), (name,))  # slguard:safe
            cursor.execute(sql.SQL("SELECT {} FROM items").format(sql.SQL(", ").join(map(sql.Identifier, name.split(",")))))  # slguard:safe
            cursor.execute("SELECT * FROM " + quote_ident(name, cursor))  # slguard:safe
            cursor.execute(cursor.mogrify("SELECT * FROM items WHERE name = %s", (name,)))  # slguard:safe

    def broken(self, name):
        with self._connection.cursor() as cursor:
            cursor.execute(sql.SQL(f"SELECT * FROM {name}"))  # slguard:expect sql-injection
            cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.SQL(name)))  # slguard:expect sql-injection
            psycopg2.extras.execute_values(cursor, f"INSERT INTO {name} VALUES %s", [(1,)])  # slguard:expect sql-injection
            cursor.execute("SELECT * FROM items WHERE name = '{}'".format(name.replace('"', "")))  # slguard:expect sql-injection
            cursor.execute("SELECT * FROM items ORDER BY %s" % name)  # slguard:expect sql-injection

    def filters(self, wanted):
        clauses, values = [], []
        for column, value in wanted.items():
            if column in ("name", "owner"):
                clauses.append(f"{column} = %s")
                values.append(value)
        statement = "SELECT * FROM items WHERE " + " AND ".join(clauses)
        with self._connection.cursor() as cursor:
            cursor.execute(statement, values)  # slguard:safe

    def loose_filters(self, wanted):
        clauses = [f"{column} = %s" for column in wanted]
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT * FROM items WHERE " + " AND ".join(clauses), list(wanted.values()))  # slguard:expect sql-injection


def handler(event, context):
    repository = Repository("dbname=shop")
    q = event["queryStringParameters"]
    repository.query("SELECT * FROM items WHERE name = '" + q["name"] + "'")
    repository.query("SELECT 1", (q["name"],))
    repository.bound(q["name"])
    repository.broken(q["name"])
    repository.filters(q)
    repository.loose_filters(q)
