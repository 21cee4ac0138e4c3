a = De query is ongeldig : { $detail }
b = De query is ongeldig: { $detail }
