mine = Mine
