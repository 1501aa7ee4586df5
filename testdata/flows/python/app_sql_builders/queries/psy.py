import psycopg
from psycopg import sql
from psycopg.rows import dict_row


def run(table, ids):
    with psycopg.connect("", row_factory=dict_row) as conn, conn.cursor() as cur:
        cur.execute(sql.SQL("SELECT * FROM {} WHERE id = ANY(%s)").format(sql.Identifier(table)), [ids])  # slguard:safe
        cur.execute(sql.SQL("SELECT * FROM " + table))  # slguard:expect sql-injection
        cur.execute("SELECT * FROM " + table + " WHERE id = ANY(%s)", (ids,))  # slguard:expect sql-injection
        cur.executemany("INSERT INTO seen VALUES (%s)", [(each,) for each in ids])  # slguard:safe
        cur.execute("SELECT * FROM seen WHERE id IN (%s)" % ",".join(ids))  # slguard:expect sql-injection
        cur.execute("SELECT * FROM seen WHERE id IN (%s)" % ",".join(["%s"] * len(ids)), ids)  # slguard:safe
        cur.execute("SELECT * FROM seen WHERE id IN (%s)" % ",".join(str(int(each)) for each in ids))  # slguard:safe
        conn.execute(f"COPY {table} TO STDOUT")  # slguard:expect sql-injection
