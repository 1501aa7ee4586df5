import sqlite3

DB = sqlite3.connect("a.db")


class Base:
    def query(self, sql):
        return DB.execute(sql)  # slguard:expect sql-injection


class Store(Base):
    def __init__(self, query_text):
        self.text = query_text

    def find(self):
        return self.query("select * from t where x = " + self.text)
