import pymysql.cursors

PAGE = 20


def connect(dsn):
    return pymysql.connect(host=dsn, cursorclass=pymysql.cursors.DictCursor)


class Store:
    table = None

    def __init__(self, connection):
        self.connection = connection

    def fetch(self, where, *values, limit=None):
        statement = f"SELECT * FROM {self.table} WHERE {where}"
        if limit is not None:
            statement += f" LIMIT {limit}"
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)  # slguard:expect sql-injection
            return cursor.fetchall()

    def fetch_safe(self, where, *values, limit=None):
        statement = f"SELECT * FROM {self.table} WHERE {where}"
        if limit is not None:
            statement += f" LIMIT {limit}"
        with self.connection.cursor() as cursor:
            cursor.execute(statement, values)  # slguard:safe
            return cursor.fetchall()


class UserStore(Store):
    table = "users"

    def by_id(self, identifier):
        return self.fetch_safe("id = %s", identifier)

    def search(self, query):
        self.fetch_safe("name = %s", query.text, limit=query.page * PAGE)
        return self.fetch("name LIKE '%" + query.text + "%'")

    def add(self, name, email, **extra):
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO users (name, email) VALUES (%s, %s)", (name, email))  # slguard:safe
            columns = ", ".join(extra)
            cursor.execute(f"INSERT INTO extra ({columns}) VALUES (1)")  # slguard:expect sql-injection
        return {"added": name}
