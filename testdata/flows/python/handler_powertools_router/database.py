import os

import pymysql


def connection():
    return pymysql.connect(host=os.environ["DB_HOST"], db="shop")


def find(number):
    with connection().cursor() as cursor:
        cursor.execute(f"SELECT * FROM orders WHERE number = '{number}'")  # slguard:expect sql-injection
        return cursor.fetchone()


def find_bound(number):
    with connection().cursor() as cursor:
        cursor.execute("SELECT * FROM orders WHERE number = %s", (number,))  # slguard:safe
        return cursor.fetchone()
