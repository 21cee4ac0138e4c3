-brand = 商店
label-cart = 购物车
