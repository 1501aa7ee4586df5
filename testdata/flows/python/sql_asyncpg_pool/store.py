import os

import asyncpg


async def open_pool():
    return await asyncpg.create_pool(os.environ["DSN"])


async def search(term):
    pool = await open_pool()
    async with pool.acquire() as connection:
        rows = await connection.fetch("SELECT * FROM chat WHERE text ILIKE '%" + term + "%'")  # slguard:expect sql-injection
        return [dict(r) for r in rows]


async def search_bound(term, connection_id):
    pool = await open_pool()
    async with pool.acquire() as connection:
        await connection.execute("INSERT INTO seen VALUES ('" + connection_id + "')")  # slguard:safe
        rows = await connection.fetch("SELECT * FROM chat WHERE text ILIKE $1", f"%{term}%")  # slguard:safe
        return [dict(r) for r in rows]
