-product = Files
a = See { -product }.
