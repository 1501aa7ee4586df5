import pymysql

connection = pymysql.connect(host="db", user="app", database="shop")


def save(item_id, label):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE item SET label = '%s' WHERE id = '%s'" % (connection.escape_string(label), item_id))  # slguard:safe
        cursor.execute("UPDATE item SET label = '{}' WHERE id = '{}'".format(label, item_id))  # slguard:expect sql-injection
