-brand = Boutique
label-cart = Panier
