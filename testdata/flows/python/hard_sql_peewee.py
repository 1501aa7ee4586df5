# slguard:handler handler
import peewee
from peewee import SQL, CharField, Model, PostgresqlDatabase, fn

db = PostgresqlDatabase("shop")


class Item(Model):
    name = CharField()

    class Meta:
        database = db


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    list(Item.raw("SELECT * FROM item WHERE name = '%s'" % name))  # slguard:expect sql-injection
    list(Item.raw("SELECT * FROM item WHERE name = %s", name))  # slguard:safe
    list(Item.select().where(Item.name == name))  # slguard:safe
    list(Item.select().where(SQL("name = '" + name + "'")))  # slguard:expect sql-injection
    list(Item.select().where(SQL("name = %s", [name])))  # slguard:safe
    list(Item.select(fn.COUNT(Item.name)).where(Item.name.contains(name)))  # slguard:safe
    db.execute_sql(f"DELETE FROM item WHERE name = '{name}'")  # slguard:expect sql-injection
    db.execute_sql("DELETE FROM item WHERE name = %s", (name,))  # slguard:safe
